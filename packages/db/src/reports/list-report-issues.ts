import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** One issue: what it is about and the outcome of its mails, without addresses. */
export interface IssueSummary {
  scope: string;
  week: string;
  /** Whether the mail is stored: version 0.1 did not store it. */
  hasMail: boolean;
  /** The sentence of the week. */
  headline: string;
  createdAt: Date;
  /** Mails by state; unfinished: sending was started, with no known outcome. */
  sent: number;
  failed: number;
  unfinished: number;
  scheduled: number;
}

const SQL = `SELECT i.scope, i.week, i.mail IS NOT NULL AS hasMail, i.model ->> '$.headline.sentence' AS headline,
    i.created_at AS createdAt,
    COUNT(*) FILTER (WHERE d.state = 'sent') AS sent,
    COUNT(*) FILTER (WHERE d.state = 'failed') AS failed,
    COUNT(*) FILTER (WHERE d.state = 'sending') AS unfinished,
    COUNT(*) FILTER (WHERE d.state = 'scheduled') AS scheduled
  FROM report_issues i LEFT JOIN report_deliveries d ON d.issue_id = i.id
  WHERE @scopes IS NULL OR i.scope IN (SELECT value FROM json_each(@scopes))
  GROUP BY i.id ORDER BY i.week DESC, i.scope LIMIT @limit`;

type IssueRow = Omit<IssueSummary, 'hasMail' | 'createdAt'> & {
  hasMail: number;
  createdAt: string | number;
};

/** The stored issues of these scopes, or of all without any; latest week first. */
export function listReportIssues(
  db: Database,
  { scopes, limit }: { scopes?: readonly string[] | undefined; limit: number },
): IssueSummary[] {
  const rows = prepared(db, SQL).all({
    scopes: scopes === undefined ? null : JSON.stringify(scopes),
    limit,
  }) as IssueRow[];
  return rows.map((row) => ({
    ...row,
    hasMail: row.hasMail === 1,
    createdAt: new Date(row.createdAt),
  }));
}
