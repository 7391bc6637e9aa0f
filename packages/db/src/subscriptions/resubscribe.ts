import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Subscription } from './subscription.ts';

const SQL = 'DELETE FROM report_unsubscribes WHERE scope = @scope AND recipient = @recipient';

/** Takes a subscription up again. False when it had not been ended. */
export function resubscribe(db: Database, { scope, recipient }: Subscription): boolean {
  return prepared(db, SQL).run({ scope, recipient }).changes === 1;
}
