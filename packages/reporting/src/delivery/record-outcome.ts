import type { Database, DeliveryClaim, DeliveryOutcome } from '@clarity-keep/db';
import { recordDelivery } from '@clarity-keep/db';

/** Each one waits for another writer as long as the database lets it, so none is needed in between. */
const ATTEMPTS = 3;

/**
 * Writes down what became of a claimed delivery, and tries again when that fails: a mail that was taken
 * and not recorded would stay "sending" for ever. Nothing is written when the claim was lost: then
 * somebody has decided what became of it.
 *
 * @throws the error of the last attempt.
 */
export async function recordOutcome(
  db: Database,
  claim: DeliveryClaim,
  outcome: DeliveryOutcome,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await recordDelivery(db, claim, outcome);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}
