import { daySchema } from '@clarity-keep/core';
import { newestCoveredDay, oldestCoveredDay } from '@clarity-keep/db';
import * as z from 'zod';
import { defineQuestion } from '../asking/question.ts';
import { FACTS_OF_RECORDS } from '../work/work-limits.ts';
import { visibleProjects } from '../asking/visible-projects.ts';

/** Which projects is anything kept of, and since when? */
export const projectsList = defineQuestion({
  summary: 'Which projects is anything kept of, and since when?',
  example: {},
  input: z.strictObject({}).prefault({}),
  output: z.object({
    rows: z.array(
      z.object({
        project: z.string(),
        name: z.string(),
        timeZone: z.string(),
        oldestDay: daySchema
          .nullable()
          .describe('The first day that anything is known of; null when nothing is.'),
        newestDay: daySchema.nullable().describe('The last such day.'),
      }),
    ),
  }),
  async ask(context) {
    await context.work.begin(FACTS_OF_RECORDS);
    const { db } = context;
    const rows = visibleProjects(context).map(({ id, name, timeZone }) => ({
      project: id,
      name,
      timeZone,
      oldestDay: oldestCoveredDay(db, id),
      newestDay: newestCoveredDay(db, id),
    }));
    return { rows };
  },
});
