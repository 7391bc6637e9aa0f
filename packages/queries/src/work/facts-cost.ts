import type { QuestionContext } from '../asking/question.ts';
import type { QuestionFrame } from '../asking/frame-question.ts';
import { estimateFactsOfDay } from '@clarity-keep/db';

export interface FactsCost {
  /** Facts of a day that something is known of, on average. */
  ofDay: number;
  /** Facts of the window. */
  ofWindow: number;
}

/** About how many facts a question reads, from a look at a few of its days. */
export function factsCost(
  { db }: Pick<QuestionContext, 'db'>,
  { range, states }: Pick<QuestionFrame, 'range' | 'states'>,
): FactsCost {
  const ofDay = estimateFactsOfDay(db, { ...range, days: [...states.keys()] });
  return { ofDay, ofWindow: Math.ceil(ofDay * states.size) };
}
