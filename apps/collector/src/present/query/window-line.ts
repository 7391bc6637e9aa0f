import type { Screen } from '@clarity-keep/command-line/table';
import type { Day, DayState } from '@clarity-keep/core';
import { addDays } from '@clarity-keep/core';
import type { AnswerFrame } from './answer-frame.ts';

/** Stretches of days that are named; the rest is only counted. */
const NAMED_STRETCHES = 3;

/** The days of an answer and what is known of them, in words: the line above every answer. */
export function windowLine({ window, coverage }: AnswerFrame, { paint }: Screen): string {
  const { from, to, days, timeZone } = window;
  const span = from === to ? from : `${from} to ${to}`;
  const known = (['complete', 'estimated', 'truncated', 'missing'] as const)
    .filter((state) => coverage[state].length > 0)
    .map((state) => stateWords(state, coverage[state], days))
    .join(', ');
  const length = days === 1 ? '1 day' : `${days} days`;
  return `${paint('bold', span)}, ${length} (${timeZone}): ${known}`;
}

function stateWords(state: DayState, found: readonly Day[], days: number): string {
  if (found.length === days) return days === 1 ? state : `all ${state}`;
  if (state === 'complete') return `${found.length} ${state}`;
  const stretches = stretchesOf(found);
  const named = stretches.slice(0, NAMED_STRETCHES).join(', ');
  const more = stretches.length > NAMED_STRETCHES ? ', ...' : '';
  return `${found.length} ${state} (${named}${more})`;
}

/** Days that follow each other, as one text each. */
function stretchesOf(days: readonly Day[]): string[] {
  const stretches: { first: Day; last: Day }[] = [];
  for (const day of days) {
    const current = stretches.at(-1);
    if (current !== undefined && addDays(current.last, 1) === day) current.last = day;
    else stretches.push({ first: day, last: day });
  }
  return stretches.map(({ first, last }) => (first === last ? first : `${first} to ${last}`));
}
