import type { AlertKind } from './alert.ts';
import { alertKey } from './alert.ts';
import { alertsOf } from './alerts-of.ts';
import type { CollectionFacts } from './collection-facts.ts';

export interface EndedCondition {
  kind: AlertKind;
  /** Subjects for which the condition still holds, or may hold. */
  keep: string[];
}

/**
 * The conditions that have ended according to a collection, so that they are reported again when they come
 * back. A format that has changed and a quota that was spent are events: they do not end.
 */
export function endedConditions(facts: CollectionFacts, now: Date): EndedCondition[] {
  const held = (kind: AlertKind) =>
    alertsOf(facts, now)
      .map(alertKey)
      .filter((key) => key.kind === kind)
      .map(({ subject }) => subject);
  // A run that asked nothing does not know what Clarity thinks of the token.
  const isTokenTaken = facts.answered > 0 && facts.error !== 'token-refused';
  return [
    { kind: 'token-refused', keep: isTokenTaken ? [] : [facts.token.fingerprint] },
    { kind: 'token-expiring', keep: held('token-expiring') },
    { kind: 'day-at-risk', keep: held('day-at-risk') },
    ...(facts.answered > 0
      ? [{ kind: 'answers-unreadable' as const, keep: held('answers-unreadable') }]
      : []),
  ];
}
