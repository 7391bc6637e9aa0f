import type {
  Breakdown,
  BreakdownFacts,
  ReconciledList,
  ResponseSummary,
  SegmentFact,
} from '@clarity-keep/core';
import { sumSessions } from '@clarity-keep/core';

/** The facts made from the body of one response. */
export interface AnswerFacts {
  breakdowns: readonly BreakdownFacts[];
  /** Only a response without dimensions has lists. */
  listedSessions: Record<ReconciledList, number | null> | null;
}

/** The facts of an archived response; null if its body was deleted or can no longer be read. */
export type FactsOfCall = (callId: number) => AnswerFacts | null;

/** The facts that a response gives of one breakdown; null when they cannot be made any more. */
export function factsOfBreakdown(
  factsOf: FactsOfCall,
  callId: number,
  breakdown: Breakdown,
): readonly SegmentFact[] | null {
  const given = factsOf(callId)?.breakdowns.find((facts) => facts.breakdown === breakdown);
  return given?.facts ?? null;
}

/** Adds up the sessions of each response once, when they are first needed. */
export function summaries(factsOf: FactsOfCall): (callId: number) => ResponseSummary | null {
  const known = new Map<number, ResponseSummary | null>();
  return (callId) => {
    let summary = known.get(callId);
    if (summary === undefined) known.set(callId, (summary = summaryOf(factsOf(callId))));
    return summary;
  };
}

function summaryOf(facts: AnswerFacts | null): ResponseSummary | null {
  if (facts === null) return null;
  const { breakdowns, listedSessions } = facts;
  return {
    listedSessions,
    sessions: new Map(breakdowns.map((given) => [given.breakdown, sumSessions(given.facts)])),
  };
}
