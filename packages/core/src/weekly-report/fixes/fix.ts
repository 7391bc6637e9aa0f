import type { Day } from '../../calendar/day.ts';
import { addDays, daysBetween } from '../../calendar/day.ts';
import { displayText, shortenMiddle } from '../../display/safe-text/display-text.ts';
import { Z_OF_SIGNALS, signalChanges, strongestSignal } from '../changes/rate-change.ts';
import type { SignalWeights } from '../../frustration/impact.ts';
import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import type { SignalRates, SignalSums } from '../../facts/signal-sums.ts';
import { ratesOf } from '../../facts/signal-sums.ts';
import type { Signal } from '../../segments/signals.ts';
import { fixSentence } from './fix-sentence.ts';
import { verdictOf } from '../changes/page-change.ts';
import { provenParts } from '../survey/page-history.ts';
import type { SignalChanges } from '../changes/rate-change.ts';
import type { DailySums, DayStates } from '../report-input.ts';
import type { Fix } from '../report-model.ts';
import { sumSignals } from '../days/sum-days.ts';
import { completeDays } from '../days/week-days.ts';

const DAYS_BEFORE = 28;
const MIN_DAYS_AFTER = 3;
const MAX_TEXT = 120;

/**
 * Whether a fix of a page worked: the page's complete days in the four weeks before against those since, up to the
 * end of the week. The day itself belongs to both sides, so it is left out.
 */
export function fixOf(
  annotation: { page: string; day: Day; text: string },
  {
    label,
    page,
    site,
    states,
    lastDay,
    weights,
    otherDays,
  }: {
    label: string;
    page: DailySums;
    /** All pages together. */
    site: DailySums;
    states: DayStates;
    lastDay: Day;
    weights: SignalWeights;
    /** Days on which the page was also changed in another way. */
    otherDays: readonly Day[];
  },
): Fix {
  const { day } = annotation;
  const before = completeDays(daysBetween(addDays(day, -DAYS_BEFORE), addDays(day, -1)), states);
  const after = completeDays(daysBetween(addDays(day, 1), lastDay), states);
  const sides = { before: sumSignals(page, before), after: sumSignals(page, after) };
  const fix = {
    page: annotation.page,
    label,
    day,
    text: displayText(shortenMiddle(annotation.text.trim(), MAX_TEXT)),
    daysBefore: before.length,
    daysAfter: after.length,
    ...judge(sides, {
      daysAfter: after.length,
      weights,
      siteRates: ratesOf(sumSignals(site, before)),
    }),
  };
  const [from, to] = [addDays(day, -DAYS_BEFORE), lastDay];
  const mixedDays = otherDays.filter((other) => other >= from && other <= to).toSorted();
  return { ...fix, sentence: fixSentence(fix, { ...sides, mixedDays }) };
}

function judge(
  { before, after }: { before: SignalSums; after: SignalSums },
  {
    daysAfter,
    weights,
    siteRates,
  }: { daysAfter: number; weights: SignalWeights; siteRates: SignalRates },
): Pick<Fix, 'verdict' | 'signal' | 'change'> {
  const nothing = { signal: null, change: null };
  if (daysAfter < MIN_DAYS_AFTER) return { verdict: 'too-early', ...nothing };
  // No later day can make up for this.
  if (before.sessions < DEFAULT_MIN_SESSIONS) return { verdict: 'not-enough-data', ...nothing };
  if (after.sessions < DEFAULT_MIN_SESSIONS) return { verdict: 'too-early', ...nothing };
  const changes = signalChanges(before, after, Z_OF_SIGNALS);
  const { verdict, signal } = verdictOf(changes, weights);
  const told = signal ?? mostFrustrating({ before, changes }, { siteRates, weights });
  return { verdict: verdicts[verdict], signal: told, change: told && changes[told] };
}

const verdicts = {
  better: 'worked',
  worse: 'made-worse',
  'no-clear-change': 'no-clear-change',
} as const;

/**
 * Where no change is proven, the signal that frustrated visitors most before, which the fix was probably for;
 * without one, the signal that moved furthest either way.
 */
function mostFrustrating(
  { before, changes }: { before: SignalSums; changes: SignalChanges },
  { siteRates, weights }: { siteRates: SignalRates; weights: SignalWeights },
): Signal | null {
  const parts = provenParts(before, siteRates, weights);
  return (
    strongestSignal((signal) => (changes[signal] === null ? 0 : parts[signal])) ??
    strongestSignal((signal) => {
      const change = changes[signal];
      return change === null
        ? 0
        : weights[signal] * Math.abs(change.after.rate - change.before.rate);
    })
  );
}
