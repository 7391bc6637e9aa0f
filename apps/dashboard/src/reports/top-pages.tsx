import { displayText } from '@clarity-keep/core';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { Note } from '../design/note.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { Unknown } from '../design/unknown.tsx';
import { signalHeads } from '../format/names.ts';
import { countText, counted, decimalText, rateText } from '../format/numbers.ts';
import type { ReportModel } from './report-model.ts';
import { verdictWords } from './verdict-words.ts';
import styles from './reports.module.css';

type Pages = ReportModel['pages'];

/** The pages of a report with the signal that stood out on each, against all pages and the week before. */
export function TopPages({ pages }: { pages: Pages }) {
  const { hrefOfView } = useAddress();
  if (pages.top.length === 0) {
    return (
      <Note kind="empty">
        No page could be ranked: {counted(pages.setApart, 'page')} had under {pages.minSessions}{' '}
        sessions.
      </Note>
    );
  }
  return (
    <>
      <ScrollBox label="Pages, the worst first">
        <table>
          <thead>
            <tr>
              <th scope="col">Page</th>
              <th scope="col" className="number">
                Sessions
              </th>
              <th scope="col" className="number">
                Impact
              </th>
              <th scope="col">What stood out</th>
              <th scope="col">Against the week before</th>
            </tr>
          </thead>
          <tbody>
            {pages.top.map((page) => (
              <tr key={page.page}>
                <th scope="row" className={styles.page}>
                  <Link href={hrefOfView({ path: '/page', page: page.page, measure: 'sessions' })}>
                    {displayText(page.label)}
                  </Link>
                </th>
                <td className="number">{countText(page.sessions)}</td>
                <td className="number">{decimalText(page.impact)}</td>
                <td>{standsOut(page, pages.siteRates) ?? <Unknown />}</td>
                <td>{verdictWords[page.verdict]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="fine">
        {counted(pages.judged, 'page')} had the {pages.minSessions} sessions it takes to be judged,{' '}
        {countText(pages.setApart)} had fewer.
      </p>
    </>
  );
}

function standsOut(
  { mainSignal, signals }: Pages['top'][number],
  siteRates: Pages['siteRates'],
): string | null {
  if (mainSignal === null) return null;
  const { rate } = signals[mainSignal];
  const site = siteRates[mainSignal];
  if (rate === null) return null;
  const against = site === null ? '' : `, all pages ${rateText(site)}`;
  return `${signalHeads[mainSignal].full} ${rateText(rate)}${against}`;
}
