import type { WindowSums } from '../../facts/window-sums.ts';
import { zOfComparisons } from '../../statistics/confidence.ts';
import type { SignalWeights } from '../../frustration/impact.ts';
import { rankPages } from '../../frustration/rank-pages.ts';
import { NOT_A_WEB_PAGE } from '../../urls/not-a-web-page.ts';
import { signals } from '../../segments/signals.ts';
import { byPage } from './by-page.ts';
import type { PageChange } from '../changes/page-change.ts';
import { pageChange } from '../changes/page-change.ts';
import type { ImpactParts } from './page-history.ts';
import { heldTo, provenChange } from '../changes/rate-change.ts';
import type { WeekFacts } from '../report-input.ts';
import { comparedPageDays } from '../days/week-days.ts';

/** A page with enough sessions to be judged, and known signals. */
export interface JudgedPage {
  page: string;
  /** By impact among the pages that are not muted; null for a muted page. */
  rank: number | null;
  sums: WindowSums;
  impact: number;
  parts: ImpactParts;
  change: PageChange;
}

/** All pages with enough sessions and known signals, by impact, each with its change since the week before. */
export function judgePages(
  { week, states, pages, comparedPages, weights }: WeekFacts,
  muted: ReadonlySet<string>,
): { judged: JudgedPage[]; setApart: number } {
  const ranked = rankPages({ pages, ranking: 'impact', weights });
  const isComparable = comparedPageDays(week, states.page).thisWeek.length > 0;
  const before = byPage(comparedPages.weekBefore);
  const after = byPage(comparedPages.thisWeek);
  let shown = 0;
  const judged = ranked.flatMap(({ page, sums, impact, impactParts }) => {
    if (impact === null) return [];
    const sides = { isComparable, before: before.get(page), after: after.get(page) };
    const change = pageChange(sides, weights);
    const rank = muted.has(page) ? null : (shown += 1);
    return [{ page, rank, sums, impact, parts: impactParts, change }];
  });
  const setApart = ranked.filter(({ enoughData, page }) => !enoughData && page !== NOT_A_WEB_PAGE);
  return { judged, setApart: setApart.length };
}

/**
 * The page that got worse most, or null when none provably did. A verdict holds for its own page; the worst of
 * thousands can be worst by chance, so this one must hold over all compared pages.
 */
export function worstPage<Page extends JudgedPage>(
  pages: readonly Page[],
  weights: SignalWeights,
): Page | null {
  const compared = pages.filter(({ change }) => signals.some((signal) => change.signals[signal]));
  const z = zOfComparisons(Math.max(1, compared.length) * signals.length);
  const worse = compared
    .filter(({ change }) => change.verdict === 'worse')
    .map((page) => ({
      page,
      net: signals.reduce((sum, signal) => {
        const change = page.change.signals[signal];
        return sum + provenChange(change && heldTo(z, change), weights[signal]);
      }, 0),
    }))
    .filter(({ net }) => net > 0)
    .toSorted((a, b) => b.net - a.net);
  return worse[0]?.page ?? null;
}
