import type { Ranking } from '@clarity-keep/core';
import { siteHostOf } from '@clarity-keep/core';
import type { ReactNode } from 'react';
import type { Frame } from '../caveats/frame.ts';
import { isNothingKnown } from '../caveats/frame.ts';
import { Note } from '../design/note.tsx';
import type { PageRow } from './page-row.ts';
import { PagesTable } from './pages-table.tsx';
import { RankingNote } from './ranking-note.tsx';
import styles from './pages-list.module.css';

/** The ranked pages, and apart from them those with too few sessions to be judged. */
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
  const apart = answer.rows.filter((row) => row.rank === null);
  return (
    <div className={styles.list}>
      {answer.rows.length === 0 && (
        <Note kind="empty">
          {isNothingKnown(answer)
            ? 'No day of these is known for pages, so nothing can be said of them.'
            : 'No page had a session on the days that are known.'}
        </Note>
      )}
      {ranked.length > 0 && (
        <PagesTable label="Ranked pages" rows={ranked} rank={rank} siteHost={siteHost} />
      )}
      {ranked.length === 0 && apart.length > 0 && (
        <Note kind="empty">No page has enough sessions in these days to be ranked.</Note>
      )}
      {apart.length > 0 && (
        <section className={styles.apart} aria-label="Not enough data">
          <h3>Not enough data</h3>
          <p className="fine">Too few sessions to tell bad luck from a bad page: not ranked.</p>
          <PagesTable
            label="Pages without enough data"
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
