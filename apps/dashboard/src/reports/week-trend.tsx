import { signals } from '@clarity-keep/core';
import { ScrollBox } from '../design/scroll-box.tsx';
import { Known } from '../design/unknown.tsx';
import { signalHeads } from '../format/names.ts';
import { countText, rateText } from '../format/numbers.ts';
import { weekText } from '../format/weeks.ts';
import type { ReportModel } from './report-model.ts';

/** The weeks up to that of a report, the newest first; one that is hardly known is a hole. */
export function WeekTrend({ trend }: { trend: ReportModel['trend'] }) {
  return (
    <>
      <ScrollBox label="Week by week">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col" className="number">
                Known days
              </th>
              <th scope="col" className="number">
                Sessions
              </th>
              {signals.map((signal) => (
                <th key={signal} scope="col" className="number">
                  {signalHeads[signal].full}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trend.toReversed().map(({ week, knownDays, sessions, rates }) => (
              <tr key={week}>
                <th scope="row">{weekText(week)}</th>
                <td className="number">{knownDays} of 7</td>
                <td className="number">
                  <Known value={sessions} as={countText} />
                </td>
                {signals.map((signal) => (
                  <td key={signal} className="number">
                    <Known value={rates[signal]} as={rateText} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="fine">A week of which fewer than five days are known is a hole, not a zero.</p>
    </>
  );
}
