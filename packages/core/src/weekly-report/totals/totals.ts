import { addDays } from '../../calendar/day.ts';
import { daysOfWeek } from '../../calendar/iso-week.ts';
import { mean } from '../../facts/measures.ts';
import { Z_OF_SIGNALS, rateChange } from '../changes/rate-change.ts';
import { rateOf } from '../../facts/signal-share.ts';
import type { Signal } from '../../segments/signals.ts';
import { forEachSignal } from '../../segments/signals.ts';
import { baselineOf } from './baseline.ts';
import type { SiteTimes } from './figure.ts';
import { figureOf } from './figure.ts';
import type { WeekFacts } from '../report-input.ts';
import type { RateChange, WeeklyReport } from '../report-model.ts';
import { sumDays } from '../days/sum-days.ts';
import { comparedDays, MIN_COMPARED_DAYS } from '../days/week-days.ts';

/**
 * The site's numbers of the week next to the week before and the four weeks before. Users are absent because
 * they cannot be added up.
 */
export function weekTotals(facts: WeekFacts): WeeklyReport['totals'] {
  const times = siteTimes(facts);
  const { known, baseline } = times;
  const hasBaseline = baseline.days.length >= MIN_COMPARED_DAYS;
  return {
    comparedDays: times.comparedDays,
    baselineWeeks: hasBaseline ? baseline.weeks : 0,
    baselineDays: hasBaseline ? baseline.days.length : 0,
    sessions: figureOf(times, {
      kind: 'count',
      unit: 'percent',
      value: ({ sessions }) => sessions,
      sessions: ({ sessions }) => sessions,
    }),
    botSessions: figureOf(times, {
      kind: 'count',
      unit: 'percent',
      value: ({ botSessions }) => botSessions,
      sessions: ({ botSessions }) => botSessions ?? 0,
    }),
    signals: forEachSignal((signal) => ({
      events: known.thisWeek?.signals[signal].events ?? null,
      affected: known.thisWeek?.signals[signal].affected ?? null,
      rate: figureOf(times, {
        kind: 'mean',
        unit: 'points',
        value: ({ signals }) => rateOf(signals[signal]),
        sessions: ({ signals }) => signals[signal].knownSessions,
        scale: 100,
      }),
      proof: proofOf(times, signal),
    })),
    scrollDepth: figureOf(times, {
      kind: 'mean',
      unit: 'points',
      value: ({ scrollDepth }) => mean(scrollDepth),
      sessions: ({ scrollDepth }) => scrollDepth?.weight ?? 0,
    }),
    activeSeconds: figureOf(times, {
      kind: 'mean',
      unit: 'percent',
      value: ({ activeSeconds }) => mean(activeSeconds),
      sessions: ({ activeSeconds }) => activeSeconds?.weight ?? 0,
    }),
  };
}

function siteTimes({ week, states, totals }: WeekFacts): SiteTimes {
  const days = daysOfWeek(week);
  const compared = comparedDays(week, states.total);
  const weekBefore = (some: readonly string[]) => some.map((day) => addDays(day, -7));
  return {
    known: { thisWeek: sumDays(totals, days), weekBefore: sumDays(totals, weekBefore(days)) },
    compared: {
      thisWeek: sumDays(totals, compared),
      weekBefore: sumDays(totals, weekBefore(compared)),
    },
    comparedDays: compared,
    baseline: baselineOf(week, { states: states.total, totals }),
  };
}

/** Whether a rate of the whole site has changed; null when the weeks are not compared. */
function proofOf({ compared, comparedDays: days }: SiteTimes, signal: Signal): RateChange | null {
  const { thisWeek, weekBefore } = compared;
  if (days.length < MIN_COMPARED_DAYS || thisWeek === null || weekBefore === null) return null;
  return rateChange(weekBefore.signals[signal], thisWeek.signals[signal], Z_OF_SIGNALS);
}
