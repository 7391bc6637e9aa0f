import { displayText } from '@clarity-keep/core';
import { Link } from 'wouter';
import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Card } from '../design/card.tsx';
import { Note } from '../design/note.tsx';
import { minuteUtc } from '../format/days.ts';
import { weekText } from '../format/weeks.ts';
import { recipientsText } from './recipients-text.ts';
import styles from './reports.module.css';

/** More than two years of them. */
const LIMIT = 120;

/** The weekly reports that were sent. */
export function ReportsView() {
  const { project } = useProject();
  const { hrefOfView } = useAddress();
  const query = useAnswer('reports.list', (keep) => keep.reports.list, { project, limit: LIMIT });
  return (
    <>
      <ViewTitle title="Reports" />
      <Card title="Weekly reports, as they were sent">
        <Answer query={query} lines={8}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Note kind="empty">
                <p>
                  No report was sent yet. <code>clarity-keep-report send</code> mails the last whole
                  week and keeps it here.
                </p>
              </Note>
            ) : (
              <ul className={styles.issues}>
                {rows.map(({ week, headline, createdAt, recipients, isLegacy }) => (
                  <li key={week}>
                    <h3>
                      <Link href={hrefOfView({ path: '/report', week })}>{weekText(week)}</Link>
                    </h3>
                    <p>{displayText(headline)}</p>
                    <p className="fine">
                      {minuteUtc(createdAt)}, {recipientsText(recipients)}
                      {isLegacy && ', made by version 0.1'}
                    </p>
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </Card>
    </>
  );
}
