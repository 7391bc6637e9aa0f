import { hasEnoughAffected } from '../pages/clear-frustration.ts';
import type { ReportedPage } from '../report-model.ts';

/** Whether enough of a page has a signal, provably above the site's rate, or it is provably worse than the week before. */
export function isStandingOut({
  affected,
  impact,
  change,
}: Pick<ReportedPage['signals']['rageClicks'], 'affected' | 'impact' | 'change'>): boolean {
  return (impact > 0 && hasEnoughAffected({ affected })) || change?.verdict === 'worse';
}
