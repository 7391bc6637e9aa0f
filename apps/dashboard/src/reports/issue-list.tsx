import { displayText, minuteUtc, weekDatesWithYear } from '@clarity-keep/core';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import type { SentIssue } from '../asking/answers.ts';
import { recipientsText } from './recipients-text.ts';
import styles from './reports.module.css';

/** What was sent week by week, and the way to it. */
export function IssueList({
  rows,
  path,
}: {
  rows: readonly SentIssue[];
  path: '/report' | '/digest';
}) {
  const { hrefOfView } = useAddress();
  return (
    <ul className={styles.issues}>
      {rows.map(({ week, headline, createdAt, recipients, isLegacy }) => (
        <li key={week}>
          <h3>
            <Link href={hrefOfView({ path, week })}>
              {path === '/digest' && 'All projects, '}
              {weekDatesWithYear(week)}
            </Link>
          </h3>
          <p>{displayText(headline)}</p>
          <p className="fine">
            {minuteUtc(createdAt)}, {recipientsText(recipients)}
            {isLegacy && ', made by version 0.1'}
          </p>
        </li>
      ))}
    </ul>
  );
}
