/**
 * How much work questions may make. Work is counted in facts: reading one takes about two microseconds,
 * and a row of an answer counts as fifty. The numbers are measured, see docs/decisions/013-work-is-bounded.md.
 */
export interface WorkLimits {
  /** Facts that are read at a stretch, without others being answered: a tenth of a second. */
  stretch: number;
  /** Of one question. */
  question: number;
  /** Of all questions of one request. */
  request: number;
  /** Of all requests of one client that are not answered yet. */
  client: number;
  /** Of all clients together. */
  everybody: number;
  /** Clients whose questions are worked at in turns; of each client it is one question. */
  clientsAtOnce: number;
  /** Milliseconds from a request to its answers, waiting included: less than a connection may be idle. */
  milliseconds: number;
  /** Rows of one answer. */
  rows: number;
  /** Characters of the answers of one request. */
  characters: number;
}

export const defaultWorkLimits: WorkLimits = {
  stretch: 50_000,
  question: 4_000_000,
  request: 8_000_000,
  client: 16_000_000,
  everybody: 64_000_000,
  clientsAtOnce: 4,
  milliseconds: 25_000,
  rows: 60_000,
  characters: 16_000_000,
};

/** Limits of a question on the command line, which keeps no other client waiting. */
export const ownWorkLimits: WorkLimits = {
  ...defaultWorkLimits,
  question: 10 * defaultWorkLimits.question,
  request: 10 * defaultWorkLimits.request,
  client: 10 * defaultWorkLimits.client,
  milliseconds: 120_000,
};

/** What a row of an answer counts as: making, checking and writing it. */
export const FACTS_OF_ROW = 50;

/** What a question counts as that reads records, not facts: about ten milliseconds. */
export const FACTS_OF_RECORDS = 5000;
