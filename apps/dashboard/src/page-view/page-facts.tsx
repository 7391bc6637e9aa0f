import type { ReactNode } from 'react';
import { Card } from '../design/card.tsx';
import { ClarityLink } from '../design/clarity-link.tsx';
import { Known } from '../design/unknown.tsx';
import { countText, decimalText, percentText, secondsText } from '../format/numbers.ts';
import type { PageRow } from '../pages-view/page-row.ts';
import styles from './page-view.module.css';

/** A page in short, and where to watch it in Clarity. */
export function PageFacts({
  totals,
  siteSessions,
  caveat,
}: {
  totals: PageRow;
  siteSessions: number | null;
  caveat: ReactNode;
}) {
  const { rank, sessions, impact, scrollDepth, activeSeconds, links } = totals;
  return (
    <Card
      title="In short"
      caveat={caveat}
      aside={
        <span className={styles.links}>
          <ClarityLink href={links.recordings}>Recordings in Clarity</ClarityLink>
          <ClarityLink href={links.heatmap}>Heatmap in Clarity</ClarityLink>
        </span>
      }
    >
      <dl className={styles.facts}>
        <div>
          <dt>Sessions</dt>
          <dd>
            {countText(sessions)}{' '}
            {siteSessions !== null && <small>of the site&apos;s {countText(siteSessions)}</small>}
          </dd>
        </div>
        <div>
          <dt>Impact</dt>
          <dd>
            {rank === null ? (
              <small>not enough data to rank it</small>
            ) : (
              <>
                <Known value={impact} as={decimalText} /> <small>rank {countText(rank)}</small>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Scroll depth</dt>
          <dd>
            <Known value={scrollDepth} as={percentText} />
          </dd>
        </div>
        <div>
          <dt>Active time</dt>
          <dd>
            <Known value={activeSeconds} as={secondsText} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}
