import type { UrlRules } from '@clarity-keep/core';
import type { AnswerFacts, Database, FactsOfCall } from '@clarity-keep/db';
import { archivedAnswer } from '@clarity-keep/db';
import { interpretBody } from './interpret-body.ts';

/** Answers whose facts are remembered: those of some days, so that each body is read about once. */
const REMEMBERED = 32;

const nothing: AnswerFacts = { breakdowns: [], listedSessions: null };

/**
 * Makes facts of archived bodies when they are needed, and remembers the last ones. Only for answers
 * that were read before: their bodies are known to be understood.
 */
export function factsOfArchive(db: Database, rules: UrlRules): FactsOfCall {
  const remembered = new Map<number, AnswerFacts>();
  return (callId) => {
    let facts = remembered.get(callId);
    if (facts === undefined) {
      const answer = archivedAnswer(db, callId);
      if (answer === null) return null;
      const meaning = interpretBody({ ...answer, body: answer.readBody(), rules });
      facts = meaning.format === 'insights' ? meaning.facts : nothing;
    }
    // The one used last goes last.
    remembered.delete(callId);
    remembered.set(callId, facts);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return facts;
  };
}
