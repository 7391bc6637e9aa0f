import type { Signal, TrendWeek, WeeklyReport } from '@clarity-keep/core';
import {
  integer,
  listed,
  rate,
  signals,
  signalTitle,
  UNKNOWN,
  weekDates,
} from '@clarity-keep/core';
import { barWidth } from './bar-width.ts';

const WEEKS = 8;
const LINES = 3;

/** A signal over the weeks of the trend; null where a week is not known. */
export interface TrendLine {
  signal: Signal;
  name: string;
  rates: (number | null)[];
}

/**
 * Eight weeks as a chart and as bars. A week with too little data is a gap in both. Null when
 * no week is known; the chart needs two.
 */
export function trendView(report: WeeklyReport) {
  const all = report.trend.slice(-WEEKS);
  // Weeks before the first known one are not gaps.
  const weeks = all.slice(all.findIndex(({ knownDays }) => knownDays > 0));
  const known = weeks.filter(({ sessions }) => sessions !== null);
  if (known.length === 0) return null;
  const lines = shownSignals(report).map((signal) => ({
    signal,
    name: signalTitle(signal),
    rates: weeks.map(({ rates }) => rates[signal]),
  }));
  const [main] = lines;
  const most = Math.max(...weeks.map(({ sessions }) => sessions ?? 0));
  return {
    title: weeks.length === 1 ? 'The first week' : `The last ${weeks.length} weeks`,
    mainName: main?.name ?? null,
    rows: weeks.map((week, index) => ({
      week: weekDates(week.week),
      isThisWeek: week.week === report.week,
      sessions: week.sessions === null ? null : integer(week.sessions),
      bar: barWidth(week.sessions ?? 0, most),
      rate: main === undefined || week.sessions === null ? null : rate(main.rates[index] ?? null),
      hole: `only ${week.knownDays} of 7 days collected`,
    })),
    chart: known.length < 2 ? null : { weeks, lines, alt: altText(weeks, lines) },
    note: noteOf([holeNote(weeks), partialNote(known)]),
  };
}

/** The headline's signal, then what changed provably over the site, then the most frequent. */
function shownSignals({ headline, totals }: WeeklyReport): Signal[] {
  const importance = (signal: Signal): number => {
    if (signal === headline.signal) return 3;
    const { proof, rate: figure } = totals.signals[signal];
    const isProven = proof !== null && proof.verdict !== 'no-clear-change';
    return (isProven ? 1 : 0) + (figure.thisWeek ?? 0);
  };
  return signals
    .filter((signal) => totals.signals[signal].rate.thisWeek !== null)
    .toSorted((a, b) => importance(b) - importance(a))
    .slice(0, LINES);
}

function altText(weeks: readonly TrendWeek[], lines: readonly TrendLine[]): string {
  const dates = weeks.map(({ week }) => weekDates(week));
  const series = (values: readonly (string | null)[]): string =>
    values.map((value, index) => `${dates[index] ?? ''} ${value ?? UNKNOWN}`).join(', ');
  const parts = [
    ...lines.map(
      ({ name, rates }) =>
        `${name}: ${series(rates.map((one) => (one === null ? null : rate(one))))}.`,
    ),
    `Sessions: ${series(weeks.map(({ sessions }) => (sessions === null ? null : integer(sessions))))}.`,
  ];
  return `Chart of ${weeks.length} weeks. ${parts.join(' ')}`;
}

function noteOf(notes: readonly (string | null)[]): string | null {
  const told = notes.filter((note) => note !== null);
  return told.length === 0 ? null : told.join(' ');
}

/** Weeks with fewer sessions because days are missing. */
function partialNote(known: readonly TrendWeek[]): string | null {
  const partial = known.filter(({ knownDays }) => knownDays < 7);
  if (partial.length === 0) return null;
  const names = partial.map((week) => `${weekDates(week.week)} (${week.knownDays} of 7 days)`);
  return `Incomplete: ${listed(names)}.`;
}

function holeNote(weeks: readonly TrendWeek[]): string | null {
  const holes = weeks.filter(({ sessions }) => sessions === null);
  if (holes.length === 0) return null;
  const names = holes.map(({ week }) => weekDates(week));
  return `Left out, with too few days of data: ${listed(names)}.`;
}
