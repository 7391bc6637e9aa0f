import { mean } from '../facts/measures.ts';
import type { WindowSums } from '../facts/window-sums.ts';
import type { SignalWeights } from '../frustration/impact.ts';
import { rateOf } from '../frustration/impact.ts';
import { DEFAULT_MIN_SESSIONS, rankPages, siteSignalRates } from '../frustration/rank-pages.ts';
import { forEachSignal } from '../frustration/signals.ts';
import { pageLinks } from '../urls/clarity-links.ts';
import { pageLabel, siteHostOf } from './page-label.ts';
import type { WeeklyReport } from './report-model.ts';

const TOP = 10;

/** The pages that frustrate most, by impact; those with too few sessions to be judged are only counted. */
export function topPages(
  pages: readonly { page: string; sums: WindowSums }[],
  { projectId, weights }: { projectId: string; weights: SignalWeights },
): Omit<WeeklyReport['pages'], 'coverage' | 'comparedDays'> {
  const ranked = rankPages({ pages, ranking: 'impact', weights });
  const judged = ranked.filter(({ enoughData }) => enoughData);
  const siteHost = siteHostOf(pages.map(({ page, sums }) => ({ page, sessions: sums.sessions })));
  return {
    top: judged.slice(0, TOP).map(({ page, sums, impact, impactParts }, index) => ({
      rank: index + 1,
      page,
      label: pageLabel(page, siteHost),
      sessions: sums.sessions,
      impact: impact ?? 0,
      signals: forEachSignal((signal) => ({
        events: sums.signals[signal].events,
        affected: sums.signals[signal].affected,
        rate: rateOf(sums.signals[signal]),
        interval: null,
        impact: impactParts[signal],
        change: null,
      })),
      sessionsBefore: null,
      verdict: 'not-enough-data',
      mainSignal: null,
      contrast: null,
      since: null,
      weeks: 0,
      scrollDepth: mean(sums.scrollDepth),
      activeSeconds: mean(sums.activeSeconds),
      links: pageLinks(projectId, page),
    })),
    judged: judged.length,
    setApart: ranked.length - judged.length,
    minSessions: DEFAULT_MIN_SESSIONS,
    siteRates: siteSignalRates(pages.map(({ sums }) => sums)),
    weights,
  };
}
