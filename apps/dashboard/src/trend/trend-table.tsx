import {
  dayStateName,
  fullDay,
  integer,
  rate,
  signalRatesMeaning,
  signals,
} from '@clarity-keep/core';
import { StateMark } from '../caveats/state-mark.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { SignalHeads } from '../design/signal-heads.tsx';
import { Known } from '../design/unknown.tsx';
import type { DailyRow } from '../asking/answers.ts';

/** The numbers of a trend, the newest day first. */
export function TrendTable({ rows }: { rows: readonly DailyRow[] }) {
  return (
    <Disclosure summary="All days as a table">
      <ScrollBox label="All days as a table">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">State</th>
              <th scope="col" className="number">
                Sessions
              </th>
              <SignalHeads />
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map((row) => (
              <tr key={row.day}>
                <th scope="row">{fullDay(row.day)}</th>
                <td>
                  <span className="with-mark">
                    <StateMark state={row.state} />
                    {dayStateName(row.state)}
                  </span>
                </td>
                <td className="number">
                  <Known value={row.sessions} as={integer} />
                </td>
                {signals.map((signal) => (
                  <td key={signal} className="number">
                    <Known value={row.signals[signal].rate} as={rate} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="fine">{signalRatesMeaning}</p>
    </Disclosure>
  );
}
