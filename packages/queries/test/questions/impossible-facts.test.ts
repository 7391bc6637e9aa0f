// @module-tag slow
import { describe, expect, it } from 'vitest';
import { factRows, loadProject } from '@clarity-keep/db';
import type { Question } from '../../src/index.ts';
import {
  askQuestion,
  coverageCalendar,
  devicesScrollDepth,
  exportScope,
  pagesDetail,
  pagesFrustration,
  projectsList,
  referrersBounceRate,
  sourcesQuickbackRate,
  statusGet,
  trendsDaily,
  weeklyReport,
} from '../../src/index.ts';
import { weeklyReportSchema } from '@clarity-keep/core';
import type * as z from 'zod';
import { aContext, aFact, cover } from '../support/kept.ts';

const project = 'wxb0r23ozh';
const page = 'https://shop.example/cart';

const questions: [string, Question<z.ZodType, z.ZodType>, object][] = [
  ['pages.frustration', pagesFrustration, {}],
  ['pages.detail', pagesDetail, { page }],
  ['devices', devicesScrollDepth, {}],
  ['referrers', referrersBounceRate, {}],
  ['sources', sourcesQuickbackRate, {}],
  ['trend of the site', trendsDaily, {}],
  ['trend of a page', trendsDaily, { page }],
  ['coverage', coverageCalendar, {}],
  ['projects', projectsList, {}],
  ['status', statusGet, {}],
  ['export', exportScope, { days: 7 }],
];

/** What a fact may hold that means nothing; each as SQLite keeps it. */
const impossible: [string, Record<string, unknown>][] = [
  ['sessions of 2^62', { sessions: 2n ** 62n }],
  ['sessions of 2^60', { sessions: 2n ** 60n }],
  ['sessions below zero', { sessions: -5 }],
  ['half a session', { sessions: 1.5 }],
  ['events of 2^63 - 1', { rage_click_events: 2n ** 63n - 1n }],
  ['affected of 2^62', { dead_click_sessions: 2n ** 62n }],
  ['more affected than there are', { error_click_sessions: 999 }],
  ['more bounced than there are', { bounced_sessions: 999 }],
  ['a scroll depth of 1e308', { scroll_depth_sum: 1e308, scroll_depth_weight: 10 }],
  ['a scroll depth without end', { scroll_depth_sum: Infinity, scroll_depth_weight: 10 }],
  ['seconds below zero', { active_seconds_sum: -Infinity, active_seconds_weight: 10 }],
  ['a weight of 2^62', { total_seconds_sum: 10, total_seconds_weight: 2n ** 62n }],
  ['infinite sessions', { sessions: Infinity }],
];

function aPoisonedContext(cells: Record<string, unknown>) {
  const context = aContext({});
  const segments = [
    { breakdown: 'total' },
    { breakdown: 'page', page },
    { breakdown: 'page_device', page, device: 'PC' },
    { breakdown: 'device', device: 'PC' },
    { breakdown: 'browser' },
    { breakdown: 'referrer', referrer: 'https://example.com' },
    { breakdown: 'source_medium', source: 'news', medium: 'mail' },
  ];
  for (const day of ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']) {
    for (const segment of segments) {
      aFact(context, { ...segment, day, sessions: 50 });
    }
    aFact(context, { page: '/fine', day });
  }
  const columns = Object.keys(cells)
    .map((name) => `${name} = @${name}`)
    .join(', ');
  context.db.sql
    .prepare(
      `UPDATE OR IGNORE day_facts SET ${columns} WHERE day >= '2026-11-20' AND sessions = 50`,
    )
    .run(cells);
  context.db.sql.exec(
    `INSERT INTO reconciliations (project_id, day, breakdown, kind, expected, found)
      VALUES ('${project}', '2026-11-20', 'total', 'list', 9e300, ${-(2 ** 62)})`,
  );
  return context;
}

describe.each(impossible)('a kept fact with %s', (_, cells) => {
  it.each(questions)('leaves %s answered', async (_name, question, input) => {
    const context = aPoisonedContext(cells);
    await expect(askQuestion(question, context, input)).resolves.toBeDefined();
  });

  it('leaves the report and the export readable', () => {
    const { db, now } = aPoisonedContext(cells);
    const subject = loadProject(db, project);
    if (subject === null) throw new Error('Expected the project.');
    const report = weeklyReport(db, {
      project: subject,
      week: '2026-W47',
      now,
      tokenExpiresAt: null,
    });
    expect(weeklyReportSchema.safeParse(JSON.parse(JSON.stringify(report))).error).toBeUndefined();
    for (const row of factRows(db, { projectId: project, from: null, to: null }).rows()) {
      const numbers = Object.values(row).filter((value) => typeof value === 'number');
      expect(numbers.every((value) => value >= 0 && value <= 1e18)).toBe(true);
    }
  });
});

it('answers what is known beside what cannot be', async () => {
  const context = aPoisonedContext({ rage_click_events: 2n ** 62n, rage_click_sessions: 7 });
  const { rows } = await askQuestion(trendsDaily, context, {
    from: '2026-11-20',
    to: '2026-11-20',
    page,
  });
  expect(rows[0]).toMatchObject({
    sessions: 50,
    signals: { rageClicks: { events: null, affected: 7, rate: 0.14 } },
  });
});

it('does not know a day whose sessions cannot be', async () => {
  const context = aPoisonedContext({ sessions: 2n ** 62n });
  const { rows } = await askQuestion(trendsDaily, context, {
    from: '2026-11-19',
    to: '2026-11-20',
    page,
  });
  expect(rows.map(({ sessions }) => sessions)).toEqual([50, null]);
});

describe('a database that a wrong clock has written to', () => {
  it.each(['0000-01-01', '1969-12-31', '9999-12-31', ''])(
    'is asked as if nothing were kept of the day %j',
    async (day) => {
      const context = aPoisonedContext({ sessions: 50 });
      for (const breakdown of ['total', 'page', 'device']) {
        aFact(context, { breakdown, day });
        cover(context, { breakdown, day, window_end: '9999-12-31T23:59:59.000Z' });
      }
      for (const [, question, input] of questions) {
        await expect(askQuestion(question, context, input)).resolves.toBeDefined();
      }
      const { rows } = await askQuestion(projectsList, context, {});
      expect(rows[0]).toMatchObject({ oldestDay: '2026-11-18', newestDay: '2026-11-22' });
    },
  );
});
