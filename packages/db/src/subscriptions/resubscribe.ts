import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Subscription } from './subscription.ts';

const SQL = 'DELETE FROM report_unsubscribes WHERE scope = @scope AND recipient = @recipient';

/** Resubscribes a recipient. False if they had not unsubscribed. */
export function resubscribe(db: Database, { scope, recipient }: Subscription): boolean {
  return prepared(db, SQL).run({ scope, recipient }).changes === 1;
}
