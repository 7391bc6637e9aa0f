import type { WeeklyReport } from '@clarity-keep/core';
import { weeklyReportSchema } from '@clarity-keep/core';
import report from './sample-report.json' with { type: 'json' };

/** A rich week of a shop that does not exist: its payment page breaks on phones on Wednesday. */
export function sampleReport(): WeeklyReport {
  return weeklyReportSchema.parse(report);
}
