import type { Database } from '@clarity-keep/db';
import {
  claimAlert,
  clearAlerts,
  loadUndeliveredAlerts,
  noteAlertNotified,
  raiseAlert,
  releaseAlert,
} from '@clarity-keep/db';
import type { AlertStore, CollectionFacts, Fetch } from '@clarity-keep/notify';
import { sendAlerts } from '@clarity-keep/notify';

export interface NotifyDeps {
  db: Database;
  fetch: Fetch;
  now: () => Date;
  /** WEBHOOK_URL; without it no alert is sent or recorded as sent. */
  webhookUrl: string | undefined;
}

/**
 * Called once at the end of each project's collection, successful or not, and after the project is saved. Sends
 * each alert to WEBHOOK_URL once: the token was refused or expires soon, a day is about to be lost, the format has
 * changed, or another program uses up the quota.
 *
 *     for (const warning of await notifyOfCollection({ db, fetch, now, webhookUrl }, facts)) {
 *       deps.stderr.write(`Warning: ${displayText(warning)}\n`);
 *     }
 *
 * @returns the alerts that could not be sent, one line each, without the URL. They never change the outcome of the
 *   collection: the next run sends them.
 */
export async function notifyOfCollection(
  { db, fetch, now, webhookUrl }: NotifyDeps,
  facts: CollectionFacts,
): Promise<string[]> {
  if (webhookUrl === undefined) return [];
  try {
    return await sendAlerts({ store: alertStoreOf(db), fetch, now, webhookUrl }, facts);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`Alerts could not be looked up or noted: ${reason}. The next run tries again.`];
  }
}

function alertStoreOf(db: Database): AlertStore {
  return {
    raise: (alert, now) => raiseAlert(db, alert, now),
    undelivered: (projectId) => loadUndeliveredAlerts(db, projectId),
    claim: (alert, now) => claimAlert(db, alert, now),
    noteNotified: (alert, now) => noteAlertNotified(db, alert, now),
    release: (alert) => releaseAlert(db, alert),
    clear: (condition) => clearAlerts(db, condition),
  };
}
