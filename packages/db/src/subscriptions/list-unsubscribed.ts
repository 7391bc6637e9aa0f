import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Subscription } from './subscription.ts';

export type EndedSubscription = Subscription & { unsubscribedAt: Date };

const SQL = `SELECT scope, recipient, unsubscribed_at AS unsubscribedAt
  FROM report_unsubscribes WHERE @scope IS NULL OR scope = @scope ORDER BY scope, recipient`;

/** Who has unsubscribed from the reports of a scope, or of any scope, and when. */
export function listUnsubscribed(db: Database, scope?: string): EndedSubscription[] {
  const rows = prepared(db, SQL).all({ scope: scope ?? null }) as (Subscription & {
    unsubscribedAt: string;
  })[];
  return rows.map(({ unsubscribedAt, ...subscription }) => ({
    ...subscription,
    unsubscribedAt: new Date(unsubscribedAt),
  }));
}
