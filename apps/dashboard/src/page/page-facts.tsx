import { impactText, integer, percent, seconds } from '@clarity-keep/core';
import type { ReactNode } from 'react';
import { Card } from '../design/card.tsx';
import { ClarityLink } from '../design/clarity-link.tsx';
import { Known } from '../design/unknown.tsx';
import type { PageRow } from '../asking/answers.ts';
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
            {integer(sessions)}{' '}
            {siteSessions !== null && <small>of the site&apos;s {integer(siteSessions)}</small>}
          </dd>
        </div>
        <div>
          <dt>Impact</dt>
          <dd>
            {rank === null ? (
              <small>too few visits to rank it</small>
            ) : (
              <>
                <Known value={impact} as={impactText} /> <small>rank {integer(rank)}</small>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Scroll depth</dt>
          <dd>
            <Known value={scrollDepth} as={percent} />
          </dd>
        </div>
        <div>
          <dt>Active time</dt>
          <dd>
            <Known value={activeSeconds} as={seconds} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}
