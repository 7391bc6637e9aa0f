import type { ReportedPage } from '../report-model.ts';

/** Whether a signal of a page is provably above the site's rate, or provably worse than the week before. */
export function isStandingOut({
  impact,
  change,
}: Pick<ReportedPage['signals']['rageClicks'], 'impact' | 'change'>): boolean {
  return impact > 0 || change?.verdict === 'worse';
}
