import { integer, rate, signals, weekDatesWithYear } from '@clarity-keep/core';
import { ScrollBox } from '../design/scroll-box.tsx';
import { SignalHeads } from '../design/signal-heads.tsx';
import { Known } from '../design/unknown.tsx';
import type { ReportModel } from '../asking/answers.ts';

/** The weeks up to that of a report, the newest first; one with too few days of data is a hole. */
export function WeekTrend({ trend }: { trend: ReportModel['trend'] }) {
  return (
    <>
      <ScrollBox label="Week by week">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col" className="number">
                Days with data
              </th>
              <th scope="col" className="number">
                Sessions
              </th>
              <SignalHeads />
            </tr>
          </thead>
          <tbody>
            {trend.toReversed().map(({ week, knownDays, sessions, rates }) => (
              <tr key={week}>
                <th scope="row">{weekDatesWithYear(week)}</th>
                <td className="number">{knownDays} of 7</td>
                <td className="number">
                  <Known value={sessions} as={integer} />
                </td>
                {signals.map((signal) => (
                  <td key={signal} className="number">
                    <Known value={rates[signal]} as={rate} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="fine">
        Weeks with fewer than five days of data are left out: unknown, not zero.
      </p>
    </>
  );
}
