import type { Day, WindowSums } from '@clarity-keep/core';
import { daysBetween, daySchema } from '@clarity-keep/core';
import { loadDailySums } from '@clarity-keep/db';
import * as z from 'zod';
import { dayStateSchema } from '../asking/answer-schema.ts';
import type { QuestionFrame } from '../asking/frame-question.ts';
import type { QuestionContext } from '../asking/question.ts';
import {
  noSignalCounts,
  signalCounts,
  signalCountsSchema,
  unknownSignalCounts,
} from './signal-counts.ts';

export const dailyRowSchema = z.object({
  day: daySchema,
  state: dayStateSchema,
  sessions: z.int().nullable().describe('Null on a missing day: unknown, not zero.'),
  signals: signalCountsSchema,
});

type DailyRow = z.output<typeof dailyRowSchema>;

/** One row per day of the window, of the whole range or of one page. */
export function dailyRows(
  { db }: QuestionContext,
  { range, states }: QuestionFrame,
  page?: string,
): DailyRow[] {
  const sums = loadDailySums(db, { ...range, page });
  return daysBetween(range.from, range.to).map((day) =>
    dailyRow(day, states.get(day) ?? 'missing', sums.get(day)),
  );
}

/** On a known day without a fact nobody came, unless the answer was cut before it got there. */
function dailyRow(
  day: Day,
  state: DailyRow['state'],
  sums: WindowSums | null | undefined,
): DailyRow {
  const isCut = sums === undefined && state === 'truncated';
  if (state === 'missing' || isCut || sums === null) {
    return { day, state, sessions: null, signals: unknownSignalCounts() };
  }
  if (sums === undefined) return { day, state, sessions: 0, signals: noSignalCounts() };
  return { day, state, sessions: sums.sessions, signals: signalCounts(sums) };
}
