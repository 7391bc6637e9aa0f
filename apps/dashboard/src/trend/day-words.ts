import { counted, dayStateMeaning, dayStateName, fullDay, integer, rate } from '@clarity-keep/core';
import type { Measure } from '../address/address.ts';
import type { DailyRow } from '../asking/answers.ts';

/** A day in words, for the line above the chart and for who cannot see it: with its caveat. */
export function dayWords(row: DailyRow, measure: Measure): { day: string; value: string } {
  return { day: fullDay(row.day), value: `${valueWords(row, measure)}${stateWords(row)}` };
}

function valueWords(row: DailyRow, measure: Measure): string {
  if (row.state === 'missing') return `${dayStateName('missing')}: ${dayStateMeaning('missing')}`;
  const { sessions } = row;
  if (sessions === null) return 'unknown';
  if (measure === 'sessions') return counted(sessions, 'session');
  const { affected, events, rate: share } = row.signals[measure];
  if (share === null) return `no rate, ${counted(sessions, 'session')}`;
  const ofSessions =
    affected === null ? '' : `, ${integer(affected)} of ${counted(sessions, 'session')}`;
  return `${rate(share)}${ofSessions}${events === null ? '' : `, ${counted(events, 'event')}`}`;
}

function stateWords({ state }: DailyRow): string {
  return state === 'missing' ? '' : ` · ${dayStateName(state)}`;
}
