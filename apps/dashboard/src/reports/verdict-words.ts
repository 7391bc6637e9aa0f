import type { ReportModel } from './report-model.ts';

/** What is said of a page against the week before. */
export const verdictWords: Record<ReportModel['pages']['top'][number]['verdict'], string> = {
  worse: 'worse',
  better: 'better',
  'no-clear-change': 'no clear change',
  new: 'new',
  'not-enough-data': 'not enough data to compare',
};
