import type { Recommendation, WeeklyReport } from '../report-model.ts';

/** A report as far as it is built when its recommendations are made. */
export type ReportParts = Omit<WeeklyReport, 'recommendations' | 'words'>;

/**
 * What of a page is wrong. Something on it is broken, or it is not what visitors came for: signals of one
 * kind mostly have one cause, those of different kinds do not.
 */
export type Trouble = 'broken' | 'unmet';

/** Something to do, and what decides whether it is said. */
export interface Candidate {
  recommendation: Recommendation;
  /** Null for what is about the whole site. */
  trouble: Trouble | null;
  /**
   * Affected sessions beyond the expected ones, as far as proven and weighted by signal: the unit of a
   * page's impact. Zero where they cannot be counted.
   */
  impact: number;
  /** Whether it is said in place of what other rules say of the same trouble of its page. */
  takesPrecedence: boolean;
}

/** One reason to do something. Without the data to tell, it gives nothing. */
export type Rule = (parts: ReportParts) => Candidate[];
