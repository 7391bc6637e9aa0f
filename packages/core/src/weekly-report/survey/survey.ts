import { addDays } from '../../calendar/day.ts';
import { rateOf } from '../../facts/signal-share.ts';
import type { Signal } from '../../segments/signals.ts';
import { signals } from '../../segments/signals.ts';
import type { Improvement } from './improvements.ts';
import { improvementsOf } from './improvements.ts';
import type { JudgedPage } from './judge-pages.ts';
import { judgePages, worstPage } from './judge-pages.ts';
import type { KnownWeek } from './page-history.ts';
import { knownWeeksBefore } from './page-history.ts';
import type { WeekFacts } from '../report-input.ts';
import { comparedPageDays, lastDayOfWeek } from '../days/week-days.ts';

/** How many pages a report shows. */
const TOP = 10;
const MAX_FRUSTRATIONS = 20;
const MAX_IMPROVEMENTS = 10;
const FIX_DAYS = 28;

/** A signal with proven impact on a page. */
export interface Frustration {
  page: string;
  signal: Signal;
  /** What it adds to the page's impact. */
  part: number;
  rate: number | null;
}

/** A page that is not muted. */
export type ShownPage = JudgedPage & { rank: number };

/** What a week says about all its pages, before any page is looked at day by day. */
export interface Survey {
  judged: JudgedPage[];
  setApart: number;
  /** The first ten by impact, plus the worst if it is not among them. */
  top: ShownPage[];
  worst: ShownPage | null;
  /** The strongest ones. */
  frustrations: Frustration[];
  improvements: Improvement[];
  mutes: WeekFacts['mutes'];
  /** Fixes recent enough to be judged. */
  annotations: WeekFacts['annotations'];
  history: KnownWeek[];
}

/** Finds what is worth telling about a week. Muted pages are judged but left out of the rest. */
export function surveyWeek(facts: WeekFacts): Survey {
  const lastDay = lastDayOfWeek(facts.week);
  const mutes = facts.mutes.filter(({ untilDay }) => untilDay === null || untilDay >= lastDay);
  const muted = new Set(mutes.map(({ page }) => page));
  const { judged, setApart } = judgePages(facts, muted);
  const shown = judged.filter((page): page is ShownPage => page.rank !== null);
  const worst = worstPage(shown, facts.weights);
  const first = shown.slice(0, TOP);
  const history = knownWeeksBefore(facts);
  const isComparable = comparedPageDays(facts.week, facts.states.page).thisWeek.length > 0;
  const gotWorse = new Set(
    judged.filter(({ change }) => change.verdict === 'worse').map(({ page }) => page),
  );
  return {
    judged,
    setApart,
    top: worst === null || first.includes(worst) ? first : [...first, worst],
    worst,
    frustrations: shown
      .flatMap(frustrationsOf)
      .toSorted((a, b) => b.part - a.part)
      .slice(0, MAX_FRUSTRATIONS),
    improvements: improvementsOf(facts, isComparable ? (history[0] ?? null) : null)
      .filter(({ page }) => !muted.has(page) && !gotWorse.has(page))
      .slice(0, MAX_IMPROVEMENTS),
    mutes,
    annotations: facts.annotations.filter(
      ({ day }) => day >= addDays(lastDay, -FIX_DAYS) && day <= lastDay,
    ),
    history,
  };
}

/** The pages that the report also needs day by day. */
export function pagesToFollow({ top, frustrations, improvements, annotations }: Survey): string[] {
  const named = [...top, ...frustrations, ...improvements, ...annotations];
  return [...new Set(named.map(({ page }) => page))];
}

/** Whether a page would be among the first with proven impact, muted or not. */
export function isAmongTop(judged: readonly JudgedPage[], page: string): boolean {
  const place = judged.findIndex((other) => other.page === page);
  const better = judged.slice(0, Math.max(0, place)).filter(({ rank }) => rank !== null);
  return place !== -1 && better.length < TOP && (judged[place]?.impact ?? 0) > 0;
}

function frustrationsOf({ page, sums, parts }: JudgedPage): Frustration[] {
  return signals
    .filter((signal) => parts[signal] > 0)
    .map((signal) => ({
      page,
      signal,
      part: parts[signal],
      rate: rateOf(sums.signals[signal]),
    }));
}
