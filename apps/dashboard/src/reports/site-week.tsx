import {
  comparisonText,
  counted,
  integer,
  percent,
  rate,
  seconds,
  signalRatesMeaning,
  signals,
  signalTitle,
  verdictName,
} from '@clarity-keep/core';
import { Known } from '../design/unknown.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import type { ReportModel } from '../asking/answers.ts';

type Totals = ReportModel['totals'];
type Proof = Totals['signals'][(typeof signals)[number]]['proof'];

interface Row {
  name: string;
  figure: Totals['sessions'];
  as: (value: number) => string;
  /** Null where a change is neither good nor bad, or not compared. */
  proof: Proof;
}

/** The numbers of the whole site, in the week and in the one before. */
export function SiteWeek({ totals }: { totals: Totals }) {
  const rows: Row[] = [
    { name: 'Sessions', figure: totals.sessions, as: integer, proof: null },
    ...signals.map((signal) => {
      const { rate: figure, proof } = totals.signals[signal];
      return { name: signalTitle(signal), figure, as: rate, proof };
    }),
    { name: 'Scroll depth', figure: totals.scrollDepth, as: percent, proof: null },
    { name: 'Active time', figure: totals.activeSeconds, as: seconds, proof: null },
  ];
  return (
    <>
      <ScrollBox label="The site, number by number">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col" className="number">
                This week
              </th>
              <th scope="col" className="number">
                Week before
              </th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, figure, as, proof }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">
                  <Known value={figure.thisWeek} as={as} />
                </td>
                <td className="number">
                  <Known value={figure.weekBefore} as={as} />
                </td>
                <td>
                  {comparisonText(figure)}
                  {figure.change !== null && proof !== null && `, ${verdictName(proof.verdict)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="fine">
        {signalRatesMeaning} Changes are over the {counted(totals.comparedDays.length, 'weekday')}{' '}
        that are complete in both weeks.
      </p>
    </>
  );
}
