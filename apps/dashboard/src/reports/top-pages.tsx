import {
  counted,
  displayText,
  impactText,
  integer,
  rate,
  signalTitle,
  verdictName,
} from '@clarity-keep/core';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { Note } from '../design/note.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { Unknown } from '../design/unknown.tsx';
import type { ReportModel } from '../asking/answers.ts';
import styles from './reports.module.css';

type Pages = ReportModel['pages'];

/** The pages of a report with the signal that stood out on each, against all pages and the week before. */
export function TopPages({ pages }: { pages: Pages }) {
  const { hrefOfView } = useAddress();
  if (pages.top.length === 0) {
    if (pages.setApart === 0) {
      return <Note kind="empty">No page could be ranked: no signals are known.</Note>;
    }
    return (
      <Note kind="empty">
        No page could be ranked: {counted(pages.setApart, 'page')} had fewer than{' '}
        {pages.minSessions} sessions.
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
              <th scope="col">Compared with the week before</th>
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
                <td className="number">{integer(page.sessions)}</td>
                <td className="number">{impactText(page.impact)}</td>
                <td>{standsOut(page, pages.siteRates) ?? <Unknown />}</td>
                <td>{verdictName(page.verdict)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="fine">
        {counted(pages.judged, 'page')} had at least {pages.minSessions} sessions and could be
        judged, {integer(pages.setApart)} had fewer.
      </p>
    </>
  );
}

function standsOut(
  { mainSignal, signals }: Pages['top'][number],
  siteRates: Pages['siteRates'],
): string | null {
  if (mainSignal === null) return null;
  const { rate: share } = signals[mainSignal];
  const site = siteRates[mainSignal];
  if (share === null) return null;
  const against = site === null ? '' : `, all pages ${rate(site)}`;
  return `${signalTitle(mainSignal)} ${rate(share)}${against}`;
}
