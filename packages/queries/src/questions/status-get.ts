import { breakdowns, daySchema } from '@clarity-keep/core';
import { reconciliationKinds } from '@clarity-keep/db';
import * as z from 'zod';
import { dayStateSchema } from '../asking/answer-schema.ts';
import { findProject } from '../asking/find-project.ts';
import { defineQuestion } from '../asking/question.ts';
import { FACTS_OF_RECORDS } from '../work/work-limits.ts';
import { projectInput } from '../asking/window-input.ts';
import { tokenStates } from '../status/collection-outlook.ts';
import { databaseStatus } from '../status/database-status.ts';
import { shownBreakdowns } from '../status/shown-days.ts';

const SHOWN_CALLS = 12;

const count = z.int().nonnegative();
const instant = z.iso.datetime();

/** How is the collection doing? From what is stored: Clarity is not called. */
export const statusGet = defineQuestion({
  summary:
    'How is the collection doing? The last 28 days, the calls of the last 24 hours, the next run, the token, and what does not add up.',
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
      .object({
        limit: count,
        used: count,
        left: count,
        isSpent: z.boolean(),
        isRefusing: z
          .boolean()
          .describe(
            'Clarity refuses calls although this database has some left: another program uses them.',
          ),
        nextFreeAt: instant.nullable().describe('When more calls become free; null when all are.'),
        nextFree: count.describe('How many become free then.'),
        resetsAt: instant.describe('When all calls are free, if none is made until then.'),
      })
      .describe('Calls of the last 24 hours: each counts for that long.'),
    lastAnswerAt: instant
      .nullable()
      .describe('When the newest response about the site was fetched; null before the first.'),
    nextRunAt: instant
      .nullable()
      .describe('When the next collection is due; null where the settings are not known.'),
    token: z
      .object({ state: z.enum(tokenStates), expiresAt: instant.nullable() })
      .nullable()
      .describe(
        'State and expiry of the Clarity token, never the token; null where it is not known.',
      ),
    healableDays: z
      .array(daySchema)
      .nullable()
      .describe(
        'Missing days that Clarity still has for now; null where the settings are not known.',
      ),
    unreadable: z
      .object({
        count,
        newest: z.object({ fetchedAt: instant, reason: z.string() }).nullable(),
      })
      .describe('Stored responses that could not be parsed, and why.'),
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
    const { db, now, outlook } = context;
    const { id: projectId, name, timeZone } = findProject(context, input.project);
    const found = databaseStatus(db, { projectId, timeZone, shownCalls: SHOWN_CALLS, now });
    const ahead = outlook?.(projectId, now) ?? null;
    const { newest } = found.unreadable;
    return {
      project: projectId,
      name,
      timeZone,
      now: now.toISOString(),
      ...found,
      quota: {
        ...found.quota,
        nextFreeAt: textOf(found.quota.nextFreeAt),
        resetsAt: found.quota.resetsAt.toISOString(),
      },
      lastAnswerAt: textOf(found.lastAnswerAt),
      nextRunAt: textOf(ahead?.nextRunAt),
      token: ahead?.token ? { ...ahead.token, expiresAt: textOf(ahead.token.expiresAt) } : null,
      healableDays: ahead === null ? null : [...ahead.healableDays],
      unreadable: {
        ...found.unreadable,
        newest: newest && { ...newest, fetchedAt: newest.fetchedAt.toISOString() },
      },
      calls: found.calls.map((call) => ({
        ...call,
        requestedAt: call.requestedAt.toISOString(),
      })),
    };
  },
});

function textOf(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}
