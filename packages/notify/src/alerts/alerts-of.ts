import { tokenExpiry } from '@clarity-keep/core';
import type { Alert } from './alert.ts';
import type { CollectionFacts } from './collection-facts.ts';

/** What people have to be told after a collection, whether or not they have been told before. */
export function alertsOf(facts: CollectionFacts, now: Date): Alert[] {
  const { project, token, error, unrecognised, unreadable, daysAtRisk } = facts;
  const { fingerprint, expiresAt } = token;
  const alerts: Alert[] = [];
  if (error === 'token-refused') alerts.push({ project, kind: 'token-refused', fingerprint });
  const expiry = tokenExpiry(expiresAt, now);
  if (expiresAt !== null && expiry !== 'far') {
    const hasExpired = expiry === 'expired';
    alerts.push({ project, kind: 'token-expiring', fingerprint, expiresAt, hasExpired });
  }
  for (const day of daysAtRisk) alerts.push({ project, kind: 'day-at-risk', day });
  if (unrecognised.length > 0) {
    const names = [...new Set(unrecognised)].toSorted();
    alerts.push({ project, kind: 'format-changed', names });
  }
  const [reason] = unreadable;
  if (reason !== undefined) alerts.push({ project, kind: 'answers-unreadable', reason });
  if (facts.isQuotaUsedElsewhere) {
    const day = now.toISOString().slice(0, 10);
    alerts.push({ project, kind: 'quota-spent-elsewhere', day });
  }
  return alerts;
}
