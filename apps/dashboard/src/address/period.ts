import { countDays, isCalendarDay, LONGEST_WINDOW_DAYS } from '@clarity-keep/core';

/** The last so many days that ended, or the days from one to another, both included. */
export type Period = { days: number } | { from: string; to: string };

const DEFAULT_PERIOD: Period = { days: 28 };

/** The choices that need no typing. */
export const presetDays = [7, 28, 90] as const;

/** The period of a query; whatever cannot be understood is the default. */
export function parsePeriod(query: URLSearchParams): Period {
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  if (isDay(from) && isDay(to) && from <= to && countDays(from, to) <= LONGEST_WINDOW_DAYS) {
    return { from, to };
  }
  const days = Number(query.get('days') ?? '');
  const isPossible = Number.isInteger(days) && days >= 1 && days <= LONGEST_WINDOW_DAYS;
  return isPossible ? { days } : DEFAULT_PERIOD;
}

/** The period as parameters of a query; the default is none. */
export function periodParameters(period: Period): [string, string][] {
  if ('from' in period) {
    return [
      ['from', period.from],
      ['to', period.to],
    ];
  }
  return isSamePeriod(period, DEFAULT_PERIOD) ? [] : [['days', String(period.days)]];
}

export function isSamePeriod(a: Period, b: Period): boolean {
  if ('from' in a) return 'from' in b && a.from === b.from && a.to === b.to;
  return 'days' in b && a.days === b.days;
}

/** Whether a text is a day that can be asked about, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isCalendarDay(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
