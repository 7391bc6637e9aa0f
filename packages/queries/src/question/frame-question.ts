import type { Breakdown, Coverage, Day, DayState, QuestionWindow } from '@clarity-keep/core';
import { coverageOf, dayOfInstant, questionWindow } from '@clarity-keep/core';
import type { FactRange, Project } from '@clarity-keep/db';
import { loadDayStates, newestCoveredDay } from '@clarity-keep/db';
import { QueryError } from '../errors.ts';
import { findProject } from './find-project.ts';
import type { QuestionContext } from './question.ts';
import type { WindowInput } from './window-input.ts';
import { LONGEST_WINDOW_DAYS } from './window-input.ts';

export interface QuestionFrame {
  /** The part that all answers share. */
  answer: {
    project: string;
    window: QuestionWindow & { timeZone: string };
    coverage: Coverage;
  };
  /** The facts to read. */
  range: FactRange;
  states: ReadonlyMap<Day, DayState>;
}

/** Settles which project and days a question is about, and what is known of them in a breakdown. */
export function frameQuestion(
  context: QuestionContext,
  input: WindowInput,
  breakdown: Breakdown,
): QuestionFrame {
  const project = findProject(context, input.project);
  const window = resolveWindow(context, input, project);
  const range = { projectId: project.id, breakdown, from: window.from, to: window.to };
  const states = loadDayStates(context.db, range);
  return {
    answer: {
      project: project.id,
      window: { ...window, timeZone: project.timeZone },
      coverage: coverageOf(window, states),
    },
    range,
    states,
  };
}

function resolveWindow(
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
