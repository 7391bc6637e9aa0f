import type { WindowSums } from '../facts/window-sums.ts';
import type { SignalWeights } from './impact.ts';
import { impactParts } from './impact.ts';
import { rateOf } from '../facts/signal-share.ts';
import type { Signal } from '../segments/signals.ts';
import type { SignalRates, SignalSums } from '../facts/signal-sums.ts';
import { addSignalSums, ratesOf } from '../facts/signal-sums.ts';
import { signals } from '../segments/signals.ts';
import { NOT_A_WEB_PAGE } from '../urls/not-a-web-page.ts';

/** How pages are ordered: by proven excess, by affected sessions per session, by rage and dead clicks. */
export const rankings = ['impact', 'rate', 'signals'] as const;

export type Ranking = (typeof rankings)[number];

/** A page below this has too few sessions to be judged. */
export const DEFAULT_MIN_SESSIONS = 30;

export interface RankInput {
  pages: readonly { page: string; sums: WindowSums }[];
  ranking: Ranking;
  /** Pages with fewer sessions are set apart. Ranking by signals only counts, so by default it sets none apart. */
  minSessions?: number | undefined;
  weights: SignalWeights;
}

export interface RankedPage {
  /** 1 for the first; null when the page is set apart. */
  rank: number | null;
  page: string;
  sums: WindowSums;
  /** Null when there is not enough data to judge. */
  impact: number | null;
  impactParts: Record<Signal, number>;
  enoughData: boolean;
}

/** All pages in order, those set apart last; what is not a web page always is. Pages without sessions are left out. */
export function rankPages({ pages, ranking, minSessions, weights }: RankInput): RankedPage[] {
  const siteRates = siteSignalRates(pages.filter(isWebPage).map(({ sums }) => sums));
  const enough = minSessions ?? DEFAULT_MIN_SESSIONS;
  const judged = pages
    .filter(({ sums }) => sums.sessions > 0)
    .map(({ page, sums }) => {
      const parts = impactParts(sums.signals, siteRates, weights);
      const enoughData = sums.sessions >= enough && isWebPage({ page });
      const impact = signals.reduce((total, signal) => total + parts[signal], 0);
      return {
        isApart:
          !isWebPage({ page }) ||
          (!enoughData && (ranking !== 'signals' || minSessions !== undefined)),
        value: rankingValue(ranking, { sums, impact, weights }),
        page: { page, sums, impact: enoughData ? impact : null, impactParts: parts, enoughData },
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.isApart) - Number(b.isApart) ||
        b.value - a.value ||
        b.page.sums.sessions - a.page.sums.sessions ||
        (a.page.page < b.page.page ? -1 : 1),
    );
  return judged.map(({ isApart, page }, index) => ({ rank: isApart ? null : index + 1, ...page }));
}

function isWebPage({ page }: { page: string }): boolean {
  return page !== NOT_A_WEB_PAGE;
}

/** Affected sessions per session over all pages, by signal: what a page is compared with. */
export function siteSignalRates(pages: readonly SignalSums[]): SignalRates {
  return ratesOf(addSignalSums(pages));
}

function rankingValue(
  ranking: Ranking,
  { sums, impact, weights }: { sums: WindowSums; impact: number; weights: SignalWeights },
): number {
  switch (ranking) {
    case 'impact':
      return impact;
    case 'rate':
      return signals.reduce(
        (total, signal) => total + weights[signal] * (rateOf(sums.signals[signal]) ?? 0),
        0,
      );
    case 'signals':
      return (sums.signals.rageClicks.events ?? 0) + (sums.signals.deadClicks.events ?? 0);
  }
}
