import type { QuestionWindow } from '@clarity-keep/core';
import { dayOfInstant, questionWindow } from '@clarity-keep/core';
import type { Project } from '@clarity-keep/db';
import { newestCoveredDay } from '@clarity-keep/db';
import { QueryError } from '../errors.ts';
import type { QuestionContext } from './question.ts';
import type { WindowInput } from './window-input.ts';

/**
 * The days that a question about a project is about.
 *
 * @throws QueryError when they contradict each other, leave the calendar or are too many.
 */
export function resolveWindow(
  { db, now, nameOf }: Pick<QuestionContext, 'db' | 'now' | 'nameOf'>,
  { from, to, days }: Pick<WindowInput, 'from' | 'to' | 'days'>,
  project: Project,
): QuestionWindow {
  const today = dayOfInstant(now, project.timeZone);
  try {
    return questionWindow(
      { from, to, days },
      { today, newestDay: newestCoveredDay(db, project.id), nameOf },
    );
  } catch (error) {
    // The question's fault.
    if (error instanceof RangeError) {
      throw new QueryError('bad-request', error.message, { cause: error });
    }
    throw error;
  }
}
