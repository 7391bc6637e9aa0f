import type { Ranking } from '@clarity-keep/core';
import { siteHostOf } from '@clarity-keep/core';
import type { ReactNode } from 'react';
import type { Frame, PageRow } from '../asking/answers.ts';
import { isNothingKnown } from '../caveats/frame.ts';
import { Note } from '../design/note.tsx';
import { PagesTable } from './pages-table.tsx';
import { RankingNote } from './ranking-note.tsx';
import styles from './pages-list.module.css';

/** The ranked pages, and apart from them those without known signals, or with too few sessions to be judged. */
export function PagesList({
  answer,
  rank,
  caveat,
}: {
  answer: Frame & { rows: PageRow[] };
  rank: Ranking;
  caveat: ReactNode;
}) {
  const siteHost = siteHostOf(answer.rows);
  const ranked = answer.rows.filter((row) => row.rank !== null);
  const unknown = answer.rows.filter((row) => row.rank === null && row.enoughData);
  const apart = answer.rows.filter((row) => row.rank === null && !row.enoughData);
  return (
    <div className={styles.list}>
      {answer.rows.length === 0 && (
        <Note kind="empty">
          {isNothingKnown(answer)
            ? 'No page data was collected for these days.'
            : 'No visits on the days with data.'}
        </Note>
      )}
      {ranked.length > 0 && (
        <PagesTable label="Ranked pages" rows={ranked} rank={rank} siteHost={siteHost} />
      )}
      {ranked.length === 0 && apart.length > 0 && (
        <Note kind="empty">No page had enough visits on these days to be ranked.</Note>
      )}
      {unknown.length > 0 && (
        <section className={styles.apart} aria-label="Signals unknown">
          <h3>Signals unknown</h3>
          <p className="fine">Not ranked: Clarity sent nothing to rank these pages by.</p>
          <PagesTable
            label="Pages with unknown signals"
            rows={unknown}
            rank={rank}
            siteHost={siteHost}
          />
        </section>
      )}
      {apart.length > 0 && (
        <section className={styles.apart} aria-label="Too few visits">
          <h3>Too few visits</h3>
          <p className="fine">Not ranked: too few visits to tell a bad page from bad luck.</p>
          <PagesTable
            label="Pages with too few visits"
            rows={apart}
            rank={rank}
            siteHost={siteHost}
          />
        </section>
      )}
      <div className={styles.notes}>
        {answer.rows.length > 0 && <RankingNote rank={rank} />}
        {caveat}
      </div>
    </div>
  );
}
