import {
  QUOTA_LIMIT,
  DEFAULT_RESERVE,
  extraBreakdowns,
  signalWeightsSchema,
  timeZoneSchema,
  urlRulesSchema,
} from '@clarity-keep/core';
import * as z from 'zod';
import { mailAddressSchema } from '../settings/mail-address.ts';
import { DEFAULT_TOKEN_VARIABLE } from '../projects/project-configuration.ts';
import { projectIdSchema } from '../settings/shared-settings.ts';
import {
  defaultSchedule,
  latestTimeProblem,
  reportKinds,
  timeOfDaySchema,
  weekdays,
} from '../schedule.ts';
import { looksLikeToken } from './looks-like-token.ts';

export const DEFAULT_JITTER_SECONDS = 2;

const MAX_JITTER_SECONDS = 3600;

const MAX_RESERVE = QUOTA_LIMIT - 1;

const scheduleTimesSchema = z.strictObject({
  collectAt: timeOfDaySchema.default(defaultSchedule.collectAt).meta({
    description:
      'When to collect, every day. Between 01:00 and 04:00 the last 24 hours are mostly those of one day.',
    examples: ['03:15'],
  }),
  reportAt: timeOfDaySchema
    .default(defaultSchedule.reportAt)
    .meta({ description: 'When to mail the weekly report.', examples: ['07:30'] }),
  reportOn: z
    .enum(weekdays)
    .default(defaultSchedule.reportOn)
    .meta({ description: 'The day to mail the weekly report on.', examples: ['monday'] }),
  reportLatestAt: timeOfDaySchema.default(defaultSchedule.reportLatestAt).meta({
    description:
      'How long the report waits for the last day of its week to be collected. After that it goes out without it. ' +
      'At reportAt or earlier, the report never waits.',
    examples: ['12:00'],
  }),
  report: z
    .enum(reportKinds)
    .default(defaultSchedule.report)
    .meta({
      description:
        'What is sent: "projects", a report per project to its recipients; "digest", one mail for all projects ' +
        'to the digestRecipients; or "both".',
      examples: ['digest'],
    }),
  timeZone: timeZoneSchema.optional().meta({
    description:
      'Time zone of these times, as an IANA name. Defaults to CLARITY_TIME_ZONE, then that of the first project, then UTC.',
    examples: ['Europe/Berlin'],
  }),
});

const scheduleSchema = scheduleTimesSchema.superRefine((schedule, context) => {
  const message = latestTimeProblem(schedule);
  if (message !== null) context.addIssue({ code: 'custom', path: ['reportLatestAt'], message });
});

/** One project as written in the file. */
export const projectFileSchema = z.strictObject({
  id: projectIdSchema.meta({
    description: 'The ID in the URL of the Clarity dashboard. List each project once.',
    examples: ['wxb0r23ozh'],
  }),
  name: z
    .string()
    .trim()
    .min(1, { error: 'Give a name, or leave the field out to keep the current one.' })
    .max(100, { error: 'must have at most 100 characters' })
    .optional()
    .meta({ description: 'Name of the project in reports.', examples: ['Shop'] }),
  tokenVariable: z
    .string({ error: tokenVariableProblem })
    .regex(/^[A-Z][A-Z0-9_]*$/, { error: tokenVariableProblem })
    .default(DEFAULT_TOKEN_VARIABLE)
    .meta({
      description:
        'Name of the variable that holds the token, in the environment or in .env. Never the token itself. ' +
        'A token belongs to one project, so each project needs its own variable.',
      examples: ['CLARITY_API_TOKEN_SHOP'],
    }),
  timeZone: timeZoneSchema.optional().meta({
    description:
      'Time zone of the reporting days, as an IANA name. Defaults to CLARITY_TIME_ZONE, then the ' +
      'one stored in the database, then UTC.',
    examples: ['Europe/Berlin'],
  }),
  urlRules: urlRulesSchema.prefault({}).meta({
    description: 'How URLs are grouped into pages.',
    examples: [{ keepParameters: ['id'], hosts: ['shop.example.com'] }],
  }),
  extraBreakdowns: z
    .array(z.enum(extraBreakdowns))
    .default([])
    .meta({
      description: `Breakdowns to collect every day besides the three standard ones; each costs one of the ${QUOTA_LIMIT} calls in 24 hours.`,
      examples: [['country']],
      uniqueItems: true,
    }),
  reserve: z
    .int({ error: reserveProblem })
    .min(0, { error: reserveProblem })
    .max(MAX_RESERVE, { error: reserveProblem })
    .default(DEFAULT_RESERVE)
    .meta({
      description: `How many of the ${QUOTA_LIMIT} calls in any 24 hours to hold in reserve for manual use.`,
      examples: [DEFAULT_RESERVE],
    }),
  weights: signalWeightsSchema.prefault({}).meta({
    description: "Weight of one affected session of each signal in a page's impact.",
    examples: [{ rageClicks: 5, excessiveScrolls: 0 }],
  }),
  recipients: z
    .array(mailAddressSchema)
    .min(1, {
      error: 'Give at least one address, or leave the field out to send the report to REPORT_TO.',
    })
    .optional()
    .meta({
      description: "Recipients of this project's weekly report. Defaults to REPORT_TO.",
      examples: [['anna@example.com', 'ben@example.com']],
      uniqueItems: true,
    }),
});

/** `clarity-keep.json`. What two projects must not share is checked in ruleProblems. */
export const configurationFileSchema = z
  .strictObject({
    $schema: z
      .string()
      .optional()
      .meta({
        description: 'Where editors find this schema.',
        examples: ['./clarity-keep.schema.json'],
      }),
    schedule: scheduleSchema.prefault({}).meta({
      description: 'When the jobs run.',
      examples: [{ collectAt: '03:15', timeZone: 'Europe/Berlin' }],
    }),
    jitterSeconds: z
      .int({ error: jitterProblem })
      .min(0, { error: jitterProblem })
      .max(MAX_JITTER_SECONDS, { error: jitterProblem })
      .default(DEFAULT_JITTER_SECONDS)
      .meta({
        description: 'Longest random pause between two projects, in seconds.',
        examples: [DEFAULT_JITTER_SECONDS],
      }),
    digestRecipients: z
      .array(mailAddressSchema)
      .min(1, {
        error: 'Give at least one address, or leave the field out to send the digest to REPORT_TO.',
      })
      .optional()
      .meta({
        description: 'Recipients of the weekly digest of all projects. Defaults to REPORT_TO.',
        examples: [['team@example.com']],
        uniqueItems: true,
      }),
    projects: z
      .array(projectFileSchema, { error: 'must be a list of projects' })
      .min(1, { error: 'must name at least one project' })
      .meta({
        description: 'The projects, in processing order.',
        examples: [[{ id: 'wxb0r23ozh', tokenVariable: 'CLARITY_API_TOKEN_SHOP' }]],
      }),
  })
  .meta({
    title: 'clarity-keep.json',
    description: 'The projects Clarity Keep collects, and when.',
  });

export type ConfigurationFile = z.output<typeof configurationFileSchema>;

export type ProjectFile = z.output<typeof projectFileSchema>;

function tokenVariableProblem({ input }: { input?: unknown }): string {
  return looksLikeToken(input)
    ? 'This looks like the token itself. Put it into .env under a name such as CLARITY_API_TOKEN_SHOP, and only that name here.'
    : 'must be the name of a variable in capital letters, such as CLARITY_API_TOKEN_SHOP';
}

function reserveProblem(): string {
  return `must be a whole number from 0 to ${MAX_RESERVE}`;
}

function jitterProblem(): string {
  return `must be whole seconds from 0 to ${MAX_JITTER_SECONDS}`;
}
