import type { AbandonedDelivery, Database } from '@clarity-keep/db';
import { recordDelivery } from '@clarity-keep/db';

/** What can be decided about a delivery that may or may not have gone out. */
export const decisions = ['leave', 'sent', 'send'] as const;

export type Decision = (typeof decisions)[number];

/**
 * Writes a decision down. One to send again is safe before anything is sent: the next run does it.
 * Nothing changes when somebody else has decided since.
 */
export async function decideDelivery(
  db: Database,
  delivery: AbandonedDelivery,
  decision: Decision,
): Promise<void> {
  switch (decision) {
    case 'leave':
      return;
    case 'sent': {
      const at = delivery.claimedAt ?? delivery.issue.createdAt;
      await recordDelivery(db, delivery, { type: 'sent', at });
      return;
    }
    case 'send':
      await recordDelivery(db, delivery, { type: 'not-attempted', error: 'to be sent again' });
  }
}
