import type { WindowSums } from '../facts/window-sums.ts';
import type { SignalWeights } from './impact.ts';
import { impactParts } from './impact.ts';
import { addKnown } from '../facts/measures.ts';
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
  /** 1 for the first; null when the page is set apart, or nothing is known that it could be ranked by. */
  rank: number | null;
  page: string;
  sums: WindowSums;
  /** Null when there is not enough data to judge, or no signal is known. */
  impact: number | null;
  impactParts: Record<Signal, number>;
  enoughData: boolean;
}

/**
 * All pages in order, then those nothing is known about, and those set apart last; what is not a web page always is.
 * Pages without sessions are left out.
 */
export function rankPages({ pages, ranking, minSessions, weights }: RankInput): RankedPage[] {
  const siteRates = siteSignalRates(pages.filter(isWebPage).map(({ sums }) => sums));
  const enough = minSessions ?? DEFAULT_MIN_SESSIONS;
  const judged = pages
    .filter(({ sums }) => sums.sessions > 0)
    .map(({ page, sums }) => {
      const parts = impactParts(sums.signals, siteRates, weights);
      const enoughData = sums.sessions >= enough && isWebPage({ page });
      const known = signals.filter((signal) => rateOf(sums.signals[signal]) !== null);
      const impact =
        known.length === 0 ? null : known.reduce((total, signal) => total + parts[signal], 0);
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
        Number(a.value === null) - Number(b.value === null) ||
        (b.value ?? 0) - (a.value ?? 0) ||
        b.page.sums.sessions - a.page.sums.sessions ||
        (a.page.page < b.page.page ? -1 : 1),
    );
  return judged.map(({ isApart, value, page }, index) => ({
    rank: isApart || value === null ? null : index + 1,
    ...page,
  }));
}

function isWebPage({ page }: { page: string }): boolean {
  return page !== NOT_A_WEB_PAGE;
}

/** Affected sessions per session over all pages, by signal: what a page is compared with. */
export function siteSignalRates(pages: readonly SignalSums[]): SignalRates {
  return ratesOf(addSignalSums(pages));
}

/** Null when nothing is known to rank by. */
function rankingValue(
  ranking: Ranking,
  { sums, impact, weights }: { sums: WindowSums; impact: number | null; weights: SignalWeights },
): number | null {
  switch (ranking) {
    case 'impact':
      return impact;
    case 'rate':
      return signals.reduce<number | null>((total, signal) => {
        const rate = rateOf(sums.signals[signal]);
        return rate === null ? total : (total ?? 0) + weights[signal] * rate;
      }, null);
    case 'signals':
      return addKnown(sums.signals.rageClicks.events, sums.signals.deadClicks.events);
  }
}
