import type { Figure, WeeklyReport } from '@clarity-keep/core';
import {
  comparisonText,
  counted,
  daysInWords,
  integer,
  listed,
  MIN_COMPARED_DAYS,
  percent,
  rate,
  seconds,
  signalCount,
  signalNames,
  signals,
  signalTitle,
} from '@clarity-keep/core';
import { baselineChange, rateChange } from './changes.ts';

/**
 * The week's numbers next to the week before and to the four weeks before. What is unknown in both
 * weeks is named, not shown. Only a proven change of a signal has a colour.
 */
export function totalsView({ totals }: WeeklyReport) {
  const { sessions, botSessions, scrollDepth, activeSeconds } = totals;
  const cards = [
    { label: 'Sessions', figure: sessions, words: integer, isCount: true },
    { label: 'Scroll depth', figure: scrollDepth, words: percent, isCount: false },
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
          name: signalTitle(signal),
          value: rate(figure.thisWeek),
          before: figure.weekBefore === null ? null : `week before ${rate(figure.weekBefore)}`,
          detail: signalCount({ affected, events }),
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
  const words = comparisonText(figure);
  const isPartial = figure.change !== null && comparedDays.length < 7;
  return isPartial ? `${words} on ${comparedDays.length} comparable days` : words;
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

/** A count over only some days of the week is far below that of a whole week. */
function onDays(days: number): string {
  return days === 7 ? '' : ` on ${days} days of the week`;
}

function unknownOnes(totals: WeeklyReport['totals'], cards: readonly string[]): string | null {
  const names = [
    ...cards.map((label) => label.toLowerCase()),
    ...signals
      .filter((signal) => totals.signals[signal].rate.thisWeek === null)
      .map((signal) => signalNames[signal]),
  ];
  if (names.length === 0) return null;
  return `Not in the collected data: ${listed(names)}.`;
}

function comparisonNote(days: readonly string[]): string {
  if (days.length === 7) return 'Changes are compared with the week before.';
  if (days.length < MIN_COMPARED_DAYS) {
    return `Not compared with the week before: ${days.length === 0 ? 'no day of the week is' : `only ${counted(days.length, 'day')} of the week ${days.length === 1 ? 'is' : 'are'}`} complete in both weeks, and ${MIN_COMPARED_DAYS} are needed.`;
  }
  return `Changes compare the days that are complete in both weeks: ${daysInWords(days)}.`;
}

function baselineNote(weeks: number): string {
  return weeks === 0
    ? 'There is no average of earlier weeks yet.'
    : weeks === 4
      ? 'The average is over the four weeks before this one.'
      : `The average is over ${counted(weeks, 'week')} of the four before this one; the others have too few days of data.`;
}
