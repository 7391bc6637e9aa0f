import { addDays, breakdowns, DAILY_CALLS, dayOfInstant, daySchema } from '@clarity-keep/core';
import {
  callsLeft,
  countCalls,
  loadLatestCalls,
  loadReconciliations,
  newestAnswerAt,
  reconciliationKinds,
} from '@clarity-keep/db';
import * as z from 'zod';
import { dayStateSchema } from '../asking/answer-schema.ts';
import { findProject } from '../asking/find-project.ts';
import { defineQuestion } from '../asking/question.ts';
import { FACTS_OF_RECORDS } from '../work/work-limits.ts';
import { projectInput } from '../asking/window-input.ts';
import { notableGaps } from '../status/notable-gaps.ts';
import { shownBreakdowns, shownDays } from '../status/shown-days.ts';

const SHOWN_CALLS = 12;
const GAP_DAYS = 7;

const count = z.int().nonnegative();
const instant = z.iso.datetime();

/** How is the collection doing? From what is kept: nothing is asked of Clarity. */
export const statusGet = defineQuestion({
  summary:
    'How is the collection doing: what is known of the last 28 days, the calls of this UTC day, what does not add up?',
  example: {},
  input: z.strictObject({ project: projectInput }).prefault({}),
  output: z.object({
    project: z.string(),
    name: z.string(),
    timeZone: z.string(),
    now: instant,
    days: z
      .array(
        z.object({ day: daySchema, states: z.record(z.enum(shownBreakdowns), dayStateSchema) }),
      )
      .describe('The last 28 days, the oldest first.'),
    quota: z
      .object({ limit: count, used: count, left: count, resetsAt: instant })
      .describe('Calls of this UTC day.'),
    lastAnswerAt: instant
      .nullable()
      .describe('When the newest answer about the site was fetched; null before the first.'),
    /** The newest first. */
    calls: z.array(
      z.object({
        requestedAt: instant,
        numOfDays: count,
        dimensions: z.array(z.string()),
        reason: z.string().nullable(),
        state: z.string(),
        httpStatus: count.nullable(),
        rows: count.nullable(),
        truncated: z.boolean().nullable(),
      }),
    ),
    /** Counts of the last seven days that differ by a hundredth or more where they should agree. */
    gaps: z.array(
      z.object({
        breakdown: z.enum(breakdowns),
        kind: z.enum(reconciliationKinds),
        days: z.array(daySchema),
        expected: z.number(),
        found: z.number(),
        share: z.number(),
      }),
    ),
  }),
  async ask(context, input) {
    await context.work.begin(FACTS_OF_RECORDS);
    const { db, now } = context;
    const { id: projectId, name, timeZone } = findProject(context, input.project);
    const today = dayOfInstant(now, timeZone);
    return {
      project: projectId,
      name,
      timeZone,
      now: now.toISOString(),
      days: shownDays(db, { projectId, today }),
      quota: {
        limit: DAILY_CALLS,
        used: countCalls(db, projectId, now),
        left: callsLeft(db, projectId, now),
        resetsAt: `${addDays(now.toISOString().slice(0, 10), 1)}T00:00:00.000Z`,
      },
      lastAnswerAt: newestAnswerAt(db, projectId)?.toISOString() ?? null,
      calls: loadLatestCalls(db, projectId, SHOWN_CALLS).map((call) => ({
        ...call,
        requestedAt: call.requestedAt.toISOString(),
      })),
      gaps: notableGaps(
        loadReconciliations(db, { projectId, from: addDays(today, -GAP_DAYS), to: today }),
      ),
    };
  },
});
