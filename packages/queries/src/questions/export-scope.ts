import { daySchema } from '@clarity-keep/core';
import * as z from 'zod';
import { findProject } from '../asking/find-project.ts';
import { defineQuestion } from '../asking/question.ts';
import { FACTS_OF_RECORDS } from '../work/work-limits.ts';
import { resolveWindow } from '../asking/resolve-window.ts';
import { windowInput } from '../asking/window-input.ts';

/**
 * Which project and days is an export of? As of every question, but a side that nothing is said of is
 * open: null is from the first day that is kept, or to the last.
 */
export const exportScope = defineQuestion({
  summary: 'Which project and days does an export cover? Without from or to, that side is open.',
  example: { from: '2026-11-01' },
  input: z.strictObject(windowInput).prefault({}),
  output: z.object({
    project: z.string(),
    from: daySchema.nullable(),
    to: daySchema.nullable(),
  }),
  async ask(context, input) {
    await context.work.begin(FACTS_OF_RECORDS);
    const project = findProject(context, input.project);
    const { from, to, days } = input;
    if (days === undefined && (from === undefined || to === undefined)) {
      return { project: project.id, from: from ?? null, to: to ?? null };
    }
    const window = resolveWindow(context, input, project);
    return { project: project.id, from: window.from, to: window.to };
  },
});
