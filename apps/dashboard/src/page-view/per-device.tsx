import type { Signal } from '@clarity-keep/core';
import { signals } from '@clarity-keep/core';
import { Bar } from '../design/bar.tsx';
import { Note } from '../design/note.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { Known } from '../design/unknown.tsx';
import { nameText, signalHeads } from '../format/names.ts';
import { countText, rateText } from '../format/numbers.ts';
import type { SignalCount } from '../trend/daily-row.ts';

interface DeviceRow {
  device: string;
  sessions: number;
  signals: Record<Signal, SignalCount>;
}

/** The signals of a page on each device. */
export function PerDevice({ devices }: { devices: readonly DeviceRow[] }) {
  if (devices.length === 0) {
    return <Note kind="empty">Pages by device are not known for these days.</Note>;
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
                <abbr title={signalHeads[signal].full}>{signalHeads[signal].short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {devices.map((row) => (
            <tr key={row.device}>
              <th scope="row">{nameText(row.device)}</th>
              <td className="number">{countText(row.sessions)}</td>
              {signals.map((signal) => {
                const { rate } = row.signals[signal];
                return (
                  <td key={signal} className="number">
                    <Known value={rate} as={rateText} />
                    <Bar share={worst === 0 ? 0 : (rate ?? 0) / worst} tone="heat" />
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
