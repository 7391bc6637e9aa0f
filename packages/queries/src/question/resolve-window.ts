import type { QuestionWindow } from '@clarity-keep/core';
import { dayOfInstant, questionWindow } from '@clarity-keep/core';
import type { Project } from '@clarity-keep/db';
import { newestCoveredDay } from '@clarity-keep/db';
import { QueryError } from '../errors.ts';
import type { QuestionContext } from './question.ts';
import type { WindowInput } from './window-input.ts';
import { LONGEST_WINDOW_DAYS } from './window-input.ts';

/**
 * The days that a question about a project is about.
 *
 * @throws QueryError when they contradict each other, leave the calendar or are too many.
 */
export function resolveWindow(
  { db, now }: QuestionContext,
  { from, to, days }: WindowInput,
  project: Project,
): QuestionWindow {
  const today = dayOfInstant(now, project.timeZone);
  const window = inBounds(() =>
    questionWindow({ from, to, days }, { today, newestDay: newestCoveredDay(db, project.id) }),
  );
  if (window.days <= LONGEST_WINDOW_DAYS) return window;
  throw new QueryError(
    'bad-request',
    `Expected at most ${LONGEST_WINDOW_DAYS} days, got ${window.days}: ${window.from} to ${window.to}.`,
  );
}

/** Days that contradict each other, or leave the calendar, are the question's fault. */
function inBounds(resolve: () => QuestionWindow): QuestionWindow {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof RangeError) {
      throw new QueryError('bad-request', error.message, { cause: error });
    }
    throw error;
  }
}
