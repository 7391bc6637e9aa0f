import { daySchema } from '@clarity-keep/core';
import { listProjects, newestCoveredDay, oldestCoveredDay } from '@clarity-keep/db';
import * as z from 'zod';
import { defineQuestion } from './question/question.ts';

/** Which projects is anything kept of, and since when? */
export const projectsList = defineQuestion({
  input: z.strictObject({}).prefault({}),
  output: z.object({
    rows: z.array(
      z.object({
        project: z.string(),
        name: z.string(),
        timeZone: z.string(),
        /** The first and the last day that anything is known of; null when nothing is. */
        oldestDay: daySchema.nullable(),
        newestDay: daySchema.nullable(),
      }),
    ),
  }),
  ask({ db }) {
    const rows = listProjects(db).map(({ id, name, timeZone }) => ({
      project: id,
      name,
      timeZone,
      oldestDay: oldestCoveredDay(db, id),
      newestDay: newestCoveredDay(db, id),
    }));
    return { rows };
  },
});
