import { signals } from '@clarity-keep/core';
import { Known } from '../design/unknown.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { signalHeads } from '../format/names.ts';
import { counted, countText, percentText, rateText, secondsText } from '../format/numbers.ts';
import { changeWords } from './figure-words.ts';
import type { ReportModel } from './report-model.ts';

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
    { name: 'Sessions', figure: totals.sessions, as: countText, proof: null },
    ...signals.map((signal) => {
      const { rate, proof } = totals.signals[signal];
      return { name: signalHeads[signal].full, figure: rate, as: rateText, proof };
    }),
    { name: 'Scroll depth', figure: totals.scrollDepth, as: percentText, proof: null },
    { name: 'Active time', figure: totals.activeSeconds, as: secondsText, proof: null },
  ];
  return (
    <>
      <ScrollBox label="The site, number by number">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">What</th>
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
                  {changeWords(figure)}
                  {figure.change !== null && proof !== null && `, ${verdicts[proof.verdict]}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="fine">
        Signals: sessions with at least one, of all sessions. Changes are over the{' '}
        {counted(totals.comparedDays.length, 'weekday')} that are complete in both weeks.
      </p>
    </>
  );
}

const verdicts: Record<NonNullable<Proof>['verdict'], string> = {
  worse: 'worse',
  better: 'better',
  'no-clear-change': 'no clear change',
};
