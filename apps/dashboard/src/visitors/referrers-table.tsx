import { integer, rate } from '@clarity-keep/core';
import type { ReferrerRow } from '../asking/answers.ts';
import { Bar } from '../design/bar.tsx';
import { Known } from '../design/unknown.tsx';
import { referrerName } from './referrer-name.ts';
import styles from './visitors.module.css';

/** Referrers; the columns of bounces only where this project's format has them. */
export function ReferrersTable({ rows }: { rows: readonly ReferrerRow[] }) {
  const isKnown = rows.some(({ bounceRate }) => bounceRate !== null);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Referrer</th>
            <th scope="col" className="number">
              Sessions
            </th>
            {isKnown && (
              <>
                <th scope="col" className="number">
                  Bounced
                </th>
                <th scope="col" className="number">
                  Bounce rate
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ referrer, sessions, bounced, bounceRate }) => (
            <tr key={referrer}>
              <th scope="row" className={isKnown ? styles.name : styles.alone}>
                {referrerName(referrer)}
              </th>
              <td className="number">{integer(sessions)}</td>
              {isKnown && (
                <>
                  <td className="number">
                    <Known value={bounced} as={integer} />
                  </td>
                  <td className={`number ${styles.wide}`}>
                    <Known value={bounceRate} as={rate} />
                    <Bar share={bounceRate ?? 0} tone="heat" />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {!isKnown && <p className="fine">Bounces are only known for session records.</p>}
    </>
  );
}
