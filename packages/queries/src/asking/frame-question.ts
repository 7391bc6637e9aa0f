import type {
  Breakdown,
  Coverage,
  Day,
  DayState,
  QuestionWindow,
  SignalWeights,
} from '@clarity-keep/core';
import { coverageOf } from '@clarity-keep/core';
import type { FactRange } from '@clarity-keep/db';
import { loadDayStates } from '@clarity-keep/db';
import { findProject } from './find-project.ts';
import type { QuestionContext } from './question.ts';
import { resolveWindow } from './resolve-window.ts';
import type { WindowInput } from './window-input.ts';

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
  /** Of the project. */
  weights: SignalWeights;
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
    weights: project.signalWeights,
  };
}
