import type { WeeklyReport } from '@clarity-keep/core';
import { daysInWords, MIN_COMPARED_DAYS, signalNames, signals } from '@clarity-keep/core';
import { change, counted, depth, integer, rate, seconds, UNKNOWN } from './numbers.ts';

/** The week's numbers next to the week before. */
export function totalsView({ totals }: WeeklyReport) {
  const { sessions, botSessions, scrollDepth, activeSeconds } = totals;
  return {
    cards: [
      {
        label: 'Sessions',
        value: integer(sessions.thisWeek),
        before: integer(sessions.weekBefore),
        change: change(sessions, { more: 'neutral' }),
      },
      {
        label: 'Scroll depth',
        value: depth(scrollDepth.thisWeek),
        before: depth(scrollDepth.weekBefore),
        change: change(scrollDepth, { more: 'neutral' }),
      },
      {
        label: 'Active time',
        value: seconds(activeSeconds.thisWeek),
        before: seconds(activeSeconds.weekBefore),
        change: change(activeSeconds, { more: 'neutral' }),
      },
      {
        label: 'Bot sessions',
        value: integer(botSessions.thisWeek),
        before: integer(botSessions.weekBefore),
        change: change(botSessions, { more: 'neutral' }),
      },
    ],
    signals: signals
      .filter((signal) => totals.signals[signal].rate.thisWeek !== null)
      .map((signal) => {
        const { events, affected, rate: figure } = totals.signals[signal];
        return {
          name: capitalised(signalNames[signal]),
          value: rate(figure.thisWeek),
          before: rate(figure.weekBefore),
          detail: `${counted(affected, 'session')}${events === null ? '' : `, ${counted(events, 'event')}`}`,
          change: change(figure, { more: 'worse' }),
        };
      }),
    unknownSignals: unknownSignals(totals),
    note: comparisonNote(totals.comparedDays),
  };
}

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function unknownSignals(totals: WeeklyReport['totals']): string | null {
  const names = signals
    .filter((signal) => totals.signals[signal].rate.thisWeek === null)
    .map((signal) => signalNames[signal]);
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
