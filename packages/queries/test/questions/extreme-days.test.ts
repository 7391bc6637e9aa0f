import { extremeCounts, extremeDays } from '@clarity-keep/testing';
import * as fc from 'fast-check';
import type * as z from 'zod';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/index.ts';
import {
  askQuestion,
  coverageCalendar,
  devicesScrollDepth,
  exportScope,
  pagesDetail,
  pagesFrustration,
  QueryError,
  referrersBounceRate,
  reportsGet,
  sourcesQuickbackRate,
  trendsDaily,
} from '../../src/index.ts';
import { aContext, aFact } from '../support/kept.ts';

const questions: [string, Question<z.ZodType, z.ZodType>, object][] = [
  ['pages.frustration', pagesFrustration, {}],
  ['pages.detail', pagesDetail, { page: '/cart' }],
  ['devices.scrollDepth', devicesScrollDepth, {}],
  ['referrers.bounceRate', referrersBounceRate, {}],
  ['sources.quickbackRate', sourcesQuickbackRate, {}],
  ['trends.daily', trendsDaily, {}],
  ['coverage.calendar', coverageCalendar, {}],
  ['export', exportScope, {}],
  ['reports.get', reportsGet, { week: '2026-W47' }],
];

const day = fc.constantFrom<unknown>(undefined, ...extremeDays, 20_261_120, null);
const days = fc.constantFrom<unknown>(undefined, ...extremeCounts, '7', null);
const now = fc.constantFrom(
  '2026-11-23T06:00:00Z',
  '1970-01-01T00:00:00Z',
  '2000-01-01T11:00:00Z',
  '2024-02-29T12:00:00Z',
  '2026-03-29T01:30:00Z',
  '2100-12-31T23:59:59Z',
);
const timeZone = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Europe/Berlin');

describe.each(questions)('%s', (_name, question, rest) => {
  it('is answered or refused, whatever days it is asked for', async () => {
    const context = aContext({});
    aFact(context, { page: '/cart' });
    const asked = fc.record({ from: day, to: day, days }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(asked, now, timeZone, async (input, instant, zone) => {
        context.db.sql.prepare('UPDATE projects SET time_zone = ?').run(zone);
        const outcome = await askQuestion(
          question,
          { ...context, now: new Date(instant) },
          { ...rest, ...input },
        ).catch((error: unknown) => error);
        expect(!(outcome instanceof Error) || outcome instanceof QueryError).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
