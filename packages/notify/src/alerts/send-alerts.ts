import type { Fetch } from '../post.ts';
import { post } from '../post.ts';
import type { Alert } from './alert.ts';
import { alertKey, NAME_SEPARATOR } from './alert.ts';
import type { AlertStore, UndeliveredAlert } from './alert-store.ts';
import { alertText } from './alert-text.ts';
import { alertsOf } from './alerts-of.ts';
import type { CollectionFacts } from './collection-facts.ts';
import { endedConditions } from './ended-conditions.ts';
import { slackMessage } from './slack-message.ts';

export interface AlertDeps {
  store: AlertStore;
  fetch: Fetch;
  now: () => Date;
  webhookUrl: string;
  /** Milliseconds that a message may take. */
  timeoutMs?: number;
}

/** News older than what Clarity remembers is news no more. */
const OLDEST_NEWS_MS = 3 * 86_400_000;

/**
 * Tells people, once each, what a collection shows to be wrong, and what an earlier run could not tell
 * them. Conditions that have ended are forgotten. The first message that does not arrive ends it: the
 * next run tries again.
 *
 * @returns what could not be told, one line each, without the webhook's secret path.
 */
export async function sendAlerts(deps: AlertDeps, facts: CollectionFacts): Promise<string[]> {
  const { store, now } = deps;
  const projectId = facts.project.id;
  const startedAt = now();
  const raised = alertsOf(facts, startedAt);
  for (const alert of raised) store.raise(alertKey(alert), startedAt);
  for (const condition of endedConditions(facts, startedAt)) {
    store.clear({ projectId, ...condition });
  }
  for (const row of store.undelivered(projectId)) {
    const alert = raised.find(isOf(row)) ?? olderNews(row, facts, startedAt);
    if (alert === null || !store.claim(alertKey(alert), now())) continue;
    const failure = await tell(deps, alert);
    if (failure !== null) {
      store.release(alertKey(alert));
      return [
        `An alert did not reach ${new URL(deps.webhookUrl).host} (${failure}); the next run tries again. It says: ${alertText(alert)}`,
      ];
    }
    store.noteNotified(alertKey(alert), now());
  }
  return [];
}

function tell(
  { fetch, webhookUrl, timeoutMs = 10_000 }: AlertDeps,
  alert: Alert,
): Promise<string | null> {
  return post(fetch, {
    url: new URL(webhookUrl),
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(slackMessage(alert)),
    timeoutMs,
  });
}

function isOf({ kind, subject }: UndeliveredAlert): (alert: Alert) => boolean {
  return (alert) => alert.kind === kind && alertKey(alert).subject === subject;
}

/** An alert of an earlier run, rebuilt from its subject; null when it is no longer worth sending. */
function olderNews(
  { kind, subject, firstAt }: UndeliveredAlert,
  { project }: CollectionFacts,
  now: Date,
): Alert | null {
  if (now.getTime() - firstAt.getTime() > OLDEST_NEWS_MS) return null;
  if (kind === 'format-changed') return { project, kind, names: subject.split(NAME_SEPARATOR) };
  if (kind === 'quota-spent-elsewhere') return { project, kind, day: subject };
  return null;
}
