import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Subscription } from './subscription.ts';

const SQL = `INSERT INTO report_unsubscribes (scope, recipient, unsubscribed_at)
  VALUES (@scope, @recipient, @now) ON CONFLICT DO NOTHING`;

/** Unsubscribes a recipient. Doing it again changes nothing, not even the date. */
export function unsubscribe(
  db: Database,
  { scope, recipient, now }: Subscription & { now: Date },
): void {
  prepared(db, SQL).run({ scope, recipient, now: now.toISOString() });
}
