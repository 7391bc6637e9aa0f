import { daySchema } from '@clarity-keep/core';
import { newestCoveredDay, oldestCoveredDay } from '@clarity-keep/db';
import * as z from 'zod';
import { defineQuestion } from '../asking/question.ts';
import { FACTS_OF_RECORDS } from '../work/work-limits.ts';
import { visibleProjects } from '../asking/visible-projects.ts';

/** Which projects have data, and since when? */
export const projectsList = defineQuestion({
  summary: 'Which projects have data, and since when?',
  example: {},
  input: z.strictObject({}).prefault({}),
  output: z.object({
    rows: z.array(
      z.object({
        project: z.string(),
        name: z.string(),
        timeZone: z.string(),
        oldestDay: daySchema.nullable().describe('First day with data; null without any.'),
        newestDay: daySchema.nullable().describe('Last day with data.'),
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
