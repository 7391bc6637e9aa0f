import type { WeeklyReport } from '@clarity-keep/core';
import type { RenderedMail } from '@clarity-keep/mail';
import { renderReport } from '../mail/render-report.ts';

/** The mail of a made-up week, which says so. The week takes a moment to make up and is loaded here. */
export async function renderSample(): Promise<{ report: WeeklyReport; mail: RenderedMail }> {
  const { sampleReport } = await import('./sample-report.ts');
  const report = sampleReport();
  return { report, mail: await renderReport(report, { isSample: true }) };
}
