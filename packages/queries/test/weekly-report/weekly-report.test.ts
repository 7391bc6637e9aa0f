import type { WeeklyReport } from '@clarity-keep/core';
import { addDays, daysBetween } from '@clarity-keep/core';
import { loadProject } from '@clarity-keep/db';
import { describe, expect, it } from 'vitest';
import type { QuestionContext } from '../../src/index.ts';
import { weeklyReport } from '../../src/index.ts';
import type { Cells } from '../support/kept.ts';
import { aContext, aFact, cover } from '../support/kept.ts';

const cart = 'https://shop.example/cart';
const home = 'https://shop.example';
const weekBefore = daysBetween('2026-11-09', '2026-11-15');
const week = daysBetween('2026-11-16', '2026-11-22');

const counted = {
  rage_click_sessions: 0,
  dead_click_sessions: 0,
  error_click_sessions: 0,
  quickback_click_sessions: 0,
  script_error_sessions: 0,
  excessive_scroll_sessions: 0,
};

/** Two weeks of a busy page and of a cart, so many of whose 40 sessions a day rage. */
function twoWeeks(
  rageOf: (day: string) => number,
  overridesOf: (day: string) => Cells | null = () => ({}),
): QuestionContext {
  const context = aContext({});
  for (const day of [...weekBefore, ...week]) {
    const overrides = overridesOf(day);
    if (overrides === null) continue;
    aFact(context, { ...counted, page: home, day, sessions: 400, ...overrides });
    aFact(context, {
      ...counted,
      page: cart,
      day,
      sessions: 40,
      rage_click_sessions: rageOf(day),
      ...overrides,
    });
    const joint = { ...counted, breakdown: 'page_device', page: cart, day };
    aFact(context, { ...joint, device: 'PC', sessions: 20 });
    aFact(context, {
      ...joint,
      device: 'Mobile',
      sessions: 20,
      rage_click_sessions: rageOf(day),
    });
  }
  return context;
}

function report({ db, now }: QuestionContext, tokenExpiresAt: Date | null = null): WeeklyReport {
  const project = loadProject(db, 'wxb0r23ozh');
  if (project === null) throw new Error('The project is gone.');
  return weeklyReport(db, { project, week: '2026-W47', now, tokenExpiresAt });
}

describe('the weekly report of a database', () => {
  it('follows a page by day and device', () => {
    const { pages, headline } = report(twoWeeks((day) => (day >= '2026-11-19' ? 12 : 1)));
    expect(pages.top[0]).toMatchObject({
      page: cart,
      verdict: 'worse',
      sessions: 280,
      sessionsBefore: 280,
      since: '2026-11-19',
      contrast: { device: 'Mobile', affected: 51, sessions: 140, otherRate: 0 },
    });
    expect(headline.sentence).toBe('/cart: 12.0x more rage clicks on mobile since Thursday');
  });

  it('compares the weekdays that both weeks have complete, whatever the others say', () => {
    const context = twoWeeks(
      (day) => (day === '2026-11-22' || day === '2026-11-10' ? 40 : 1),
      (day) => {
        if (day === '2026-11-22') return null;
        return day === '2026-11-10' ? { state: 'truncated' } : {};
      },
    );
    const { pages } = report(context);
    expect(pages.comparedDays).toEqual(
      week.filter((day) => !['2026-11-17', '2026-11-22'].includes(day)),
    );
    expect(pages.top.map(({ page, verdict }) => [page, verdict])).toEqual([
      [cart, 'no-clear-change'],
      [home, 'no-clear-change'],
    ]);
    expect(pages.top[0]).toMatchObject({ sessions: 240, sessionsBefore: 200 });
    expect(pages.top[0]?.signals.rageClicks.change).toMatchObject({
      before: { affected: 5, sessions: 200 },
      after: { affected: 5, sessions: 200 },
    });
  });

  it('finds nothing to compare in a first week', () => {
    const context = twoWeeks(
      () => 20,
      (day) => (weekBefore.includes(day) ? null : {}),
    );
    const { pages, findings } = report(context);
    expect(pages.top[0]).toMatchObject({ page: cart, verdict: 'not-enough-data', weeks: 1 });
    expect(findings).toEqual([]);
  });

  it('keeps to mutes and annotations, and tells of the token and the format', () => {
    const context = twoWeeks((day) => (day > '2026-11-12' ? 0 : 10));
    const { sql } = context.db;
    sql.exec(
      `INSERT INTO annotations (project_id, page, day, text, created_at)
         VALUES ('wxb0r23ozh', '${cart}', '2026-11-12', 'new button', '2026-11-12T10:00:00Z');
       INSERT INTO mutes (project_id, page, reason, created_at)
         VALUES ('wxb0r23ozh', '${home}', 'being rebuilt', '2026-11-12T10:00:00Z');
       INSERT INTO api_calls (project_id, requested_at, quota_day, num_of_days, dimensions, state,
           window_start, window_end, unrecognised)
         VALUES ('wxb0r23ozh', '2026-11-20T05:00:00.000Z', '2026-11-20', 1, '', 'answered',
           '2026-11-19T05:00:00.000Z', '2026-11-20T05:00:00.000Z', '["Zoom"]')`,
    );
    const { fixes, muted, pages, missing } = report(context, new Date('2026-11-25T00:00:00Z'));
    expect(fixes).toMatchObject([
      { label: '/cart', verdict: 'worked', daysBefore: 3, daysAfter: 10 },
    ]);
    expect(muted).toMatchObject([{ page: home, reason: 'being rebuilt' }]);
    expect(pages.top.map(({ page }) => page)).toEqual([cart]);
    expect(missing.map((gap) => gap.kind).filter((kind) => kind !== 'days')).toEqual([
      'token',
      'format',
    ]);
  });

  it('looks back on eight weeks, each against its own site', () => {
    const context = twoWeeks(() => 8);
    for (const day of daysBetween(addDays('2026-11-16', -56), '2026-11-08')) {
      // A calm week, a month ago.
      const isCalm = day >= '2026-10-19' && day <= '2026-10-25';
      aFact(context, { ...counted, page: home, day, sessions: 400 });
      aFact(context, {
        ...counted,
        page: cart,
        day,
        sessions: 40,
        rage_click_sessions: isCalm ? 0 : 8,
      });
    }
    const { findings, pages } = report(context);
    expect(findings).toMatchObject([{ page: cart, status: 'ongoing', weeks: 4 }]);
    expect(pages.top[0]?.weeks).toBe(4);
  });

  it('names a browser only where browsers are collected', () => {
    const context = twoWeeks(() => 1);
    expect(report(context).browsers).toBeNull();
    for (const day of week) cover(context, { breakdown: 'browser', day });
    expect(report(context).browsers).toMatchObject({ contrasts: [], coverage: { missing: [] } });
  });
});
