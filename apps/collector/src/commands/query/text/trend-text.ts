import type { Screen } from '@clarity-keep/command-line/table';
import type { trendsDaily } from '@clarity-keep/queries';
import type * as z from 'zod';
import { answerText } from './answer-text.ts';
import { dailyText } from './daily-text.ts';
import { isNothingKnown } from './answer-frame.ts';

type TrendAnswer = z.output<(typeof trendsDaily)['output']>;

/** One line per day, with a bar; a missing day is a hole. */
export function trendText(answer: TrendAnswer, screen: Screen): string {
  return answerText(answer, isNothingKnown(answer) ? [] : dailyText(answer.rows, screen), screen);
}
