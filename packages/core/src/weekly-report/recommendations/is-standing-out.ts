import { hasEnoughAffected } from '../pages/clear-frustration.ts';
import type { ReportedPage } from '../report-model.ts';

/** Whether a signal affects enough sessions of a page and is provably above the site's rate, or provably got worse. */
export function isStandingOut({
  affected,
  impact,
  change,
}: Pick<ReportedPage['signals']['rageClicks'], 'affected' | 'impact' | 'change'>): boolean {
  return (impact > 0 && hasEnoughAffected({ affected })) || change?.verdict === 'worse';
}
