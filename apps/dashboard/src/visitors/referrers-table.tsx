import { Bar } from '../design/bar.tsx';
import { countText, rateText } from '../format/numbers.ts';
import { Known } from '../design/unknown.tsx';
import { referrerName } from './referrer-name.ts';
import styles from './visitors.module.css';

interface ReferrerRow {
  referrer: string;
  sessions: number;
  bounced: number | null;
  bounceRate: number | null;
}

/** Referrers; the columns of bounces only where this project's format tells them. */
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
              <td className="number">{countText(sessions)}</td>
              {isKnown && (
                <>
                  <td className="number">
                    <Known value={bounced} as={countText} />
                  </td>
                  <td className={`number ${styles.wide}`}>
                    <Known value={bounceRate} as={rateText} />
                    <Bar share={bounceRate ?? 0} tone="heat" />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {!isKnown && (
        <p className="fine">
          Bounces are unknown: this format cannot tell them. Only session records do.
        </p>
      )}
    </>
  );
}
