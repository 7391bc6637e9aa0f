import { addDays, countDays } from '@clarity-keep/core';
import type { Day } from '@clarity-keep/core';
import type { SegmentSums } from '@clarity-keep/db';
import { windowSumsReader } from '@clarity-keep/db';
import type { QuestionFrame } from '../asking/frame-question.ts';
import type { AskContext } from '../asking/question.ts';
import { factsCost } from './facts-cost.ts';
import { FACTS_OF_ROW } from './work-limits.ts';

/** More are no stretch even where next to nothing is kept. */
const LONGEST_STRETCH_DAYS = 366;

/**
 * Waits for the turn of a question that reads the facts of a frame. Gives how many a day has.
 *
 * @throws QueryError when that is more work than is allowed.
 */
export async function beginReading(
  context: AskContext,
  frame: Pick<QuestionFrame, 'range' | 'states'>,
): Promise<number> {
  const { ofDay, ofWindow } = factsCost(context, frame);
  const days = countDays(frame.range.from, frame.range.to);
  await context.work.begin(ofWindow + days * FACTS_OF_ROW, { days });
  return ofDay;
}

/**
 * Waits for its turn, unless it has come, and reads the facts of a frame added up over its days, one per segment, in no order,
 * with a pause for others after each stretch of days.
 *
 * @throws QueryError when that is more work than is allowed, or takes too long.
 */
export async function readWindowSums(
  context: AskContext,
  frame: Pick<QuestionFrame, 'range' | 'states'>,
  begun?: number,
): Promise<SegmentSums[]> {
  const { db, work } = context;
  const { range } = frame;
  const ofDay = begun ?? (await beginReading(context, frame));
  const reader = windowSumsReader(db, range);
  for (const stretch of stretchesOf(range, Math.floor(work.stretch / Math.max(1, ofDay)))) {
    reader.add(stretch);
    await work.pause();
  }
  return reader.segments();
}

/** The days of a range in even stretches of at most so many. */
function stretchesOf({ from, to }: { from: Day; to: Day }, most: number): { from: Day; to: Day }[] {
  const days = countDays(from, to);
  const count = Math.ceil(days / Math.min(Math.max(1, most), LONGEST_STRETCH_DAYS));
  const size = Math.ceil(days / count);
  return Array.from({ length: Math.ceil(days / size) }, (_, index) => {
    const first = addDays(from, index * size);
    const last = addDays(first, size - 1);
    return { from: first, to: last < to ? last : to };
  });
}
