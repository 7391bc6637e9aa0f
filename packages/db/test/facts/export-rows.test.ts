import { defaultUrlRules } from '@clarity-keep/core';
import type SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Database, KeptDays } from '../../src/index.ts';
import { beginSessionBatch, factRows, openDatabase, sessionRows } from '../../src/index.ts';
import { aFact, cover, twoProjects } from '../support/some-facts.ts';

const everything: KeptDays = { projectId: 'shop', from: null, to: null };

describe('factRows', () => {
  it('gives a fact with all it has, unknown as null, and averages from their sums', () => {
    const db = twoProjects();
    aFact(db, {
      breakdown: 'page_device',
      page: '/a',
      device: 'PC',
      sessions: 3,
      rage_click_events: 5,
      rage_click_sessions: 2,
      scroll_depth_sum: 100,
      scroll_depth_weight: 3,
      total_seconds_sum: 0,
      total_seconds_weight: 0,
    });
    cover(db, { breakdown: 'page_device', state: 'estimated' });
    const source = factRows(db, everything);
    expect([...source.rows()]).toEqual([
      {
        project_id: 'shop',
        day: '2026-11-16',
        breakdown: 'page_device',
        state: 'estimated',
        method: 'direct',
        page: '/a',
        device: 'PC',
        browser: '',
        os: '',
        country: '',
        source: '',
        medium: '',
        campaign: '',
        channel: '',
        referrer: '',
        sessions: 3,
        bot_sessions: null,
        page_views: null,
        bounced_sessions: null,
        rage_click_events: 5,
        rage_click_sessions: 2,
        dead_click_events: null,
        dead_click_sessions: null,
        error_click_events: null,
        error_click_sessions: null,
        quickback_click_events: null,
        quickback_click_sessions: null,
        script_error_events: null,
        script_error_sessions: null,
        excessive_scroll_events: null,
        excessive_scroll_sessions: null,
        scroll_depth_sum: 100,
        scroll_depth_weight: 3,
        total_seconds_sum: 0,
        total_seconds_weight: 0,
        active_seconds_sum: null,
        active_seconds_weight: null,
        rage_click_known_sessions: 3,
        dead_click_known_sessions: null,
        error_click_known_sessions: null,
        script_error_known_sessions: null,
        quickback_click_known_sessions: null,
        excessive_scroll_known_sessions: null,
        scroll_depth: 33.33,
        total_seconds: null,
        active_seconds: null,
      },
    ]);
    expect(Object.keys([...source.rows()][0] ?? {})).toEqual(source.columns);
  });

  it('has every column of the table but the keys of others, and every column of the views', () => {
    const db = twoProjects();
    const { columns } = factRows(db, everything);
    const known = new Set<string>(columns);
    const table = columnsOf(db, 'day_facts').filter((name) => !name.endsWith('_id'));
    for (const column of [...table, ...columnsOf(db, 'page_device_days')]) {
      expect(known).toContain(column);
    }
  });

  it('gives the averages that the views give', () => {
    const db = twoProjects();
    for (const [day, sum] of [1, 10, 100.555, 2 / 3].entries()) {
      aFact(db, {
        day: `2026-11-1${day}`,
        scroll_depth_sum: sum,
        scroll_depth_weight: 7,
        total_seconds_sum: sum,
        total_seconds_weight: 3,
        active_seconds_sum: sum,
        active_seconds_weight: 9,
      });
    }
    const averages = [...factRows(db, everything).rows()].map((row) => [
      row.scroll_depth,
      row.total_seconds,
      row.active_seconds,
    ]);
    expect(averages).toEqual(
      db.sql
        .prepare('SELECT scroll_depth, total_seconds, active_seconds FROM page_days ORDER BY day')
        .raw()
        .all(),
    );
  });

  it('keeps to a project, to inclusive days and to the breakdowns asked for, in order', () => {
    const db = twoProjects();
    for (const day of ['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18']) {
      aFact(db, { day });
      aFact(db, { day, page: '/b' });
      aFact(db, { day, breakdown: 'device', page: '', device: 'PC' });
      aFact(db, { day, breakdown: 'total', page: '' });
      aFact(db, { day, project_id: 'blog' });
    }
    const found = (asked: Parameters<typeof factRows>[1]) => {
      const source = factRows(db, asked);
      const rows = [...source.rows()];
      expect(source.count()).toBe(rows.length);
      return rows.map(({ day, breakdown, page }) => `${day} ${breakdown} ${page}`);
    };
    expect(
      found({
        projectId: 'shop',
        from: '2026-11-16',
        to: '2026-11-17',
        breakdowns: ['page', 'total'],
      }),
    ).toEqual([
      '2026-11-16 total ',
      '2026-11-17 total ',
      '2026-11-16 page /home',
      '2026-11-16 page /b',
      '2026-11-17 page /home',
      '2026-11-17 page /b',
    ]);
    expect(found(everything)).toHaveLength(16);
    expect(found({ ...everything, from: '2026-11-18' })).toHaveLength(4);
    expect(found({ ...everything, to: '2026-11-15' })).toHaveLength(4);
    expect(found({ ...everything, projectId: 'nobody' })).toEqual([]);
  });

  it('reads one state of the database, though others store meanwhile', () => {
    const db = twoProjects();
    aFact(db, { breakdown: 'total', page: '' });
    aFact(db, { page: '/before' });
    const pages: string[] = [];
    for (const { page } of factRows(db, everything).rows()) {
      if (pages.length === 0) {
        const other = openDatabase({ url: `file:${db.path}`, cwd: '.' });
        onTestFinished(() => other.close());
        aFact(other, { page: '/meanwhile' });
      }
      pages.push(page);
    }
    expect(pages).toEqual(['', '/before']);
    expect(factRows(db, everything).count()).toBe(3);
  });

  it('leaves the database free to be written when its reader has had enough', () => {
    const db = twoProjects();
    aFact(db, { page: '/a' });
    aFact(db, { page: '/b' });
    for (const { page } of factRows(db, everything).rows()) {
      expect(page).toBe('/a');
      break;
    }
    expect(db.sql.inTransaction).toBe(false);
    aFact(db, { page: '/c' });
    expect(factRows(db, everything).count()).toBe(3);
  });
});

describe('sessionRows', () => {
  it('gives what the view gives, with the URL as it was recorded', () => {
    const db = twoProjects();
    aSession(db, 's1', '2026-11-17');
    aSession(db, 's2', '2026-11-16');
    const source = sessionRows(db, everything);
    const rows = [...source.rows()];
    expect(source.columns).toEqual([...columnsOf(db, 'session_records'), 'page_url']);
    expect(Object.keys(rows[0] ?? {})).toEqual(source.columns);
    const records = db.sql.prepare('SELECT * FROM session_records ORDER BY day').all();
    expect(rows).toEqual(records.map((record) => expect.objectContaining(record as object)));
    expect(rows.map((row) => [row.session_id, row.page, row.page_url])).toEqual([
      ['s2', 'https://shop.example/a', 'https://shop.example/a?utm_source=x#top'],
      ['s1', 'https://shop.example/a', 'https://shop.example/a?utm_source=x#top'],
    ]);
  });

  it('keeps to a project and to inclusive days', () => {
    const db = twoProjects();
    for (const day of ['2026-11-15', '2026-11-16', '2026-11-17']) aSession(db, day, day);
    const found = (days: Partial<KeptDays>) => {
      const source = sessionRows(db, { ...everything, ...days });
      const rows = [...source.rows()];
      expect(source.count()).toBe(rows.length);
      return rows.map(({ day }) => day);
    };
    expect(found({})).toEqual(['2026-11-15', '2026-11-16', '2026-11-17']);
    expect(found({ from: '2026-11-16', to: '2026-11-16' })).toEqual(['2026-11-16']);
    expect(found({ projectId: 'blog' })).toEqual([]);
  });
});

describe.each([
  ['factRows', (db: Database) => factRows(db, everything)],
  ['sessionRows', (db: Database) => sessionRows(db, everything)],
])('%s', (_name, source) => {
  it('sorts nothing: the first row is there before the last is read', () => {
    const db = twoProjects();
    for (let index = 0; index < 50; index += 1) {
      aFact(db, { page: `/${index}` });
      aSession(db, `s${index}`, '2026-11-16');
    }
    const plans: string[] = [];
    const prepare = db.sql.prepare.bind(db.sql) as (sql: string) => SqliteDatabase.Statement;
    const range = { projectId: 'shop', breakdown: 'page', from: '2026', to: '2027' };
    vi.spyOn(db.sql, 'prepare').mockImplementation((sql: string) => {
      plans.push(
        ...(prepare(`EXPLAIN QUERY PLAN ${sql}`).all(range) as { detail: string }[]).map(
          ({ detail }) => detail,
        ),
      );
      return prepare(sql);
    });
    expect([...source(db).rows()]).not.toEqual([]);
    expect(plans[0]).toMatch(/^SEARCH . USING INDEX .*project_id=\?/);
    expect(plans.join('\n')).not.toContain('TEMP B-TREE');
  });
});

function columnsOf(db: Database, table: string): string[] {
  return db.sql.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
}

function aSession(db: Database, sessionId: string, day: string): void {
  const batch = beginSessionBatch(db, { projectId: 'shop', rules: defaultUrlRules, callId: null });
  batch.add(
    {
      sessionId,
      pageUrl: 'https://shop.example/a?utm_source=x#top',
      durationSeconds: 12,
      pageViews: 1,
      rageClicks: 0,
      deadClicks: 2,
      scrollDepth: 40.5,
      referrer: 'https://www.example/',
      device: 'Desktop',
      browser: 'Firefox 145.0',
      country: 'Austria',
    },
    day,
  );
}
