import type { Measure } from '../address/address.ts';
import { longDay } from '../format/days.ts';
import { counted, countText, rateText } from '../format/numbers.ts';
import type { DailyRow } from './daily-row.ts';

/** A day in words, for the line above the chart and for who cannot see it: with its caveat. */
export function dayWords(row: DailyRow, measure: Measure): { day: string; value: string } {
  return { day: longDay(row.day), value: `${valueWords(row, measure)}${stateWords(row)}` };
}

function valueWords(row: DailyRow, measure: Measure): string {
  if (row.state === 'missing') return 'missing: not collected, so unknown';
  const { sessions } = row;
  if (sessions === null) return 'unknown';
  if (measure === 'sessions') return counted(sessions, 'session');
  const { affected, events, rate } = row.signals[measure];
  if (rate === null) return `no rate, ${counted(sessions, 'session')}`;
  const ofSessions =
    affected === null ? '' : `, ${countText(affected)} of ${counted(sessions, 'session')}`;
  return `${rateText(rate)}${ofSessions}${events === null ? '' : `, ${counted(events, 'event')}`}`;
}

function stateWords({ state }: DailyRow): string {
  return state === 'missing' ? '' : ` · ${state}`;
}
