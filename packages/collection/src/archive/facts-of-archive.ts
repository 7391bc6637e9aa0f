import type { UrlRules } from '@clarity-keep/core';
import type { AnswerFacts, Database, FactsOfCall } from '@clarity-keep/db';
import { archivedAnswer } from '@clarity-keep/db';
import { interpretBody } from './interpret-body.ts';
import { isUnreadable } from './is-unreadable.ts';

/** How many responses have their facts remembered: those of several days, so that each is parsed about once. */
const REMEMBERED = 32;

const nothing: AnswerFacts = { breakdowns: [], listedSessions: null };

/** Gives the facts of a response, and takes those that are known already. */
export interface FactsOfArchive extends FactsOfCall {
  remember: (callId: number, facts: AnswerFacts) => void;
}

/**
 * Builds the facts of archived bodies on demand, and remembers the latest. Null where a body is deleted, damaged or
 * cannot be parsed: its earlier facts stay.
 */
export function factsOfArchive(
  db: Database,
  how: { rules: UrlRules; token?: string | undefined },
): FactsOfArchive {
  const remembered = new Map<number, AnswerFacts>();
  const remember = (callId: number, facts: AnswerFacts): void => {
    // The one used last is dropped last.
    remembered.delete(callId);
    remembered.set(callId, facts);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  };
  const factsOf = (callId: number): AnswerFacts | null => {
    const facts = remembered.get(callId) ?? readFacts(db, { callId, ...how });
    if (facts !== null) remember(callId, facts);
    return facts;
  };
  return Object.assign(factsOf, { remember });
}

function readFacts(
  db: Database,
  { callId, ...how }: { callId: number; rules: UrlRules; token?: string | undefined },
): AnswerFacts | null {
  const answer = archivedAnswer(db, callId);
  if (answer === null) return null;
  try {
    const meaning = interpretBody({ ...answer, ...how });
    return meaning.format === 'insights' ? meaning.facts : nothing;
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}
