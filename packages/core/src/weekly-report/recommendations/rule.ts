import type { Recommendation, WeeklyReport } from '../report-model.ts';

/** The parts of a report that its recommendations are made from. */
export type ReportParts = Omit<WeeklyReport, 'recommendations' | 'words'>;

/**
 * What is wrong with a page: something on it is broken, or it is not what visitors came for. Signals of one kind
 * mostly share a cause; signals of different kinds do not.
 */
export type Trouble = 'broken' | 'unmet';

/** Something to do, and what decides whether the report says it. */
export interface Candidate {
  recommendation: Recommendation;
  /** Null for a candidate about the whole site. */
  trouble: Trouble | null;
  /**
   * Proven affected sessions beyond the expected ones, weighted by signal: the unit of a page's impact. Zero where
   * they cannot be counted.
   */
  impact: number;
  /** Whether it replaces what other rules say about the same page. */
  takesPrecedence: boolean;
}

/** One reason to do something. Without the data to tell, it returns nothing. */
export type Rule = (parts: ReportParts) => Candidate[];
