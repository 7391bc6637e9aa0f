import type {
  Breakdown,
  BreakdownFacts,
  ReconciledList,
  ResponseSummary,
  SegmentFact,
} from '@clarity-keep/core';
import { sumSessions } from '@clarity-keep/core';

/** What was made of the body of one answer. */
export interface AnswerFacts {
  breakdowns: readonly BreakdownFacts[];
  /** Only an answer without dimensions has lists. */
  listedSessions: Record<ReconciledList, number | null> | null;
}

/** The facts of an archived answer; null when its body is gone. */
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

/** Adds the sessions of responses up, each when it is first needed and once. */
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
