import type { Figure, WeeklyReport } from '@clarity-keep/core';
import { daysInWords, MIN_COMPARED_DAYS, signalNames, signals } from '@clarity-keep/core';
import { baselineChange, figureChange, rateChange } from './changes.ts';
import { capitalised, counted, depth, integer, rate, seconds, UNKNOWN } from './numbers.ts';

/**
 * The week's numbers next to the week before and to the four weeks before. What is unknown in both
 * weeks is named, not shown. Only a proven change of a signal has a colour.
 */
export function totalsView({ totals }: WeeklyReport) {
  const { sessions, botSessions, scrollDepth, activeSeconds } = totals;
  const cards = [
    { label: 'Sessions', figure: sessions, words: integer, isCount: true },
    { label: 'Scroll depth', figure: scrollDepth, words: depth, isCount: false },
    { label: 'Active time', figure: activeSeconds, words: seconds, isCount: false },
    { label: 'Bot sessions', figure: botSessions, words: integer, isCount: true },
  ];
  const isKnown = ({ figure }: (typeof cards)[number]): boolean =>
    figure === sessions || figure.thisWeek !== null || figure.weekBefore !== null;
  return {
    cards: cards.filter(isKnown).map(({ label, figure, words, isCount }) => ({
      label,
      value: words(figure.thisWeek),
      change: changeOfCard(figure, totals.comparedDays),
      before: figure.weekBefore === null ? null : `week before ${words(figure.weekBefore)}`,
      baseline: baselineInWords(figure, totals, (value) =>
        isCount ? `${words(value)}${onDays(totals.baselineDays)}` : words(value),
      ),
    })),
    signals: signals
      .filter((signal) => totals.signals[signal].rate.thisWeek !== null)
      .map((signal) => {
        const { events, affected, rate: figure, proof } = totals.signals[signal];
        return {
          name: capitalised(signalNames[signal]),
          value: rate(figure.thisWeek),
          before: figure.weekBefore === null ? null : `before ${rate(figure.weekBefore)}`,
          detail: `${counted(affected, 'session')}${events === null ? '' : `, ${counted(events, 'event')}`}`,
          change: rateChange(figure, proof),
          baseline: baselineInWords(figure, totals, rate),
        };
      }),
    unknown: unknownOnes(
      totals,
      cards.filter((card) => !isKnown(card)).map(({ label }) => label),
    ),
    note: `${comparisonNote(totals.comparedDays)} ${baselineNote(totals.baselineWeeks)}`,
  };
}

/** The two numbers are over all known days, their change is not: without saying so they may disagree. */
function changeOfCard(figure: Figure, comparedDays: readonly string[]): string {
  const words = figureChange(figure);
  const isPartial = figure.change !== null && comparedDays.length < 7;
  return isPartial ? `${words} on the same ${comparedDays.length} days` : words;
}

function baselineInWords(
  figure: Figure,
  { baselineWeeks: weeks }: WeeklyReport['totals'],
  words: (value: number | null) => string,
): string | null {
  if (figure.baseline.value === null) return null;
  const change = baselineChange(figure);
  const value = `${weeks}-week average ${words(figure.baseline.value)}`;
  return change === null ? value : `${value}, ${change}`;
}

/** A count over some weekdays alone is far below that of a week. */
function onDays(days: number): string {
  return days === 7 ? '' : ` on ${days} weekdays`;
}

function unknownOnes(totals: WeeklyReport['totals'], cards: readonly string[]): string | null {
  const names = [
    ...cards.map((label) => label.toLowerCase()),
    ...signals
      .filter((signal) => totals.signals[signal].rate.thisWeek === null)
      .map((signal) => signalNames[signal]),
  ];
  if (names.length === 0) return null;
  return `${capitalised(new Intl.ListFormat('en-GB').format(names))}: ${UNKNOWN}, the collected answers do not tell.`;
}

function comparisonNote(days: readonly string[]): string {
  if (days.length === 7) return 'Changes are against the week before.';
  if (days.length < MIN_COMPARED_DAYS) {
    return `Not compared with the week before: ${days.length === 0 ? 'no weekday is' : `only ${counted(days.length, 'weekday')} ${days.length === 1 ? 'is' : 'are'}`} complete in both weeks, and ${MIN_COMPARED_DAYS} are needed.`;
  }
  return `Changes are against the same weekdays of the week before, and over the days that are complete in both weeks: ${daysInWords(days)}.`;
}

function baselineNote(weeks: number): string {
  return weeks === 0
    ? 'There is no average of earlier weeks yet.'
    : `The average is of ${weeks === 4 ? 'the four weeks' : `the ${counted(weeks, 'week')} of the last four that ${weeks === 1 ? 'is' : 'are'} known`} before this one.`;
}
