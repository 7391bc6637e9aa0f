import { deviceName, integer, rate, signalHead, signals, signalTitle } from '@clarity-keep/core';
import { Bar } from '../design/bar.tsx';
import { Note } from '../design/note.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { Known } from '../design/unknown.tsx';
import type { PageOnDevice } from '../asking/answers.ts';

/** The signals of a page on each device. */
export function PerDevice({ devices }: { devices: readonly PageOnDevice[] }) {
  if (devices.length === 0) {
    return <Note kind="empty">Devices were not collected for this page on these days.</Note>;
  }
  const worst = Math.max(
    0,
    ...devices.flatMap((row) => signals.map((signal) => row.signals[signal].rate ?? 0)),
  );
  return (
    <ScrollBox label="Signals per device">
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">Device</th>
            <th scope="col" className="number">
              Sessions
            </th>
            {signals.map((signal) => (
              <th key={signal} scope="col" className="number">
                <abbr title={signalTitle(signal)}>{signalHead(signal)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {devices.map((row) => (
            <tr key={row.device}>
              <th scope="row">{deviceName(row.device)}</th>
              <td className="number">{integer(row.sessions)}</td>
              {signals.map((signal) => {
                const { rate: share } = row.signals[signal];
                return (
                  <td key={signal} className="number">
                    <Known value={share} as={rate} />
                    <Bar share={worst === 0 ? 0 : (share ?? 0) / worst} tone="heat" />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
