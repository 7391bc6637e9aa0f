import { stripVTControlCharacters } from 'node:util';
import type { Database } from '@clarity-keep/db';
import { saveProject } from '@clarity-keep/db';
import { QueryError } from '@clarity-keep/queries';
import { createDemoSite } from '@clarity-keep/simulator';
import { describe, expect, it } from 'vitest';
import type { QueryOptions } from '../../../src/commands/query/command.ts';
import { runQuery } from '../../../src/commands/query/answer-query.ts';
import { aCollector } from '@clarity-keep/collection/testing';
import { aDatabase } from '../../support/a-database.ts';

describe('every answer', () => {
  it('says first which days it covers and what is known of them', async () => {
    const { db, collect, clock } = await aCollector({ at: '2026-11-19T05:00:00Z' });
    await collect(1);
    clock.now = new Date('2026-11-21T05:00:00Z');
    await collect(1);
    for (const question of ['pages', 'devices', 'sources', 'trend', 'coverage'] as const) {
      const { stdout } = await ask(db, { question, from: '2026-11-17', to: '2026-11-20' });
      expect(stdout.split('\n')[0]).toBe(
        '2026-11-17 to 2026-11-20, 4 days (UTC): 2 complete, 2 missing (2026-11-17, 2026-11-19)',
      );
    }
  });

  it('tells the days that were made of two windows from the others', async () => {
    const { db, collect } = await aCollector();
    await collect();
    const { stdout } = await ask(db, { question: 'pages', from: '2026-11-16', to: '2026-11-19' });
    expect(stdout.split('\n')[0]).toBe(
      '2026-11-16 to 2026-11-19, 4 days (UTC): 1 complete, 2 estimated (2026-11-17 to 2026-11-18), 1 missing (2026-11-16)',
    );
  });

  it('is the same JSON that the server gives, and nothing else', async () => {
    const { db, collect } = await aCollector();
    await collect();
    const { stdout, stderr, exitCode } = await ask(db, {
      question: 'devices',
      days: 1,
      json: true,
    });
    expect([exitCode, stderr]).toEqual([0, '']);
    const answer = JSON.parse(stdout);
    expect(stdout).toBe(`${JSON.stringify(answer, null, 2)}\n`);
    expect(answer).toMatchObject({
      window: { from: '2026-11-19', to: '2026-11-19', days: 1, timeZone: 'UTC' },
      coverage: { complete: ['2026-11-19'], estimated: [], truncated: [], missing: [] },
    });
  });

  it('claims no zero where nothing is known, and says what to do', async () => {
    const { db, collect } = await aCollector();
    await collect();
    for (const question of ['pages', 'devices', 'referrers', 'sources', 'trend'] as const) {
      const { stdout, stderr } = await ask(db, { question, from: '2026-10-01', days: 2 });
      expect(stdout).toBe('2026-10-01 to 2026-10-02, 2 days (UTC): all missing\n');
      expect(stderr).toContain('Run "clarity-keep collect"');
    }
  });

  it.each([60, 80, 100, 120])('fits a terminal of %i columns', async (columns) => {
    const { db, collect } = await aDemo();
    // So that some days are estimated, which is a longer word than complete.
    await collect();
    const questions: Asked[] = [
      { question: 'pages', limit: 50 },
      { question: 'page', page: 'https://shop.example.com/checkout' },
      { question: 'devices' },
      { question: 'referrers' },
      { question: 'sources' },
      { question: 'trend' },
      { question: 'coverage', days: 90 },
    ];
    for (const question of questions) {
      const { stdout } = await ask(db, question, { columns });
      const tables = stdout.split('\n').filter((line) => /  |─/.test(line));
      expect(Math.max(...tables.map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });

  it('keeps what visitors typed from moving the cursor', async () => {
    const { db, collect } = await aDemo(true);
    await collect(1);
    for (const question of ['pages', 'sources', 'referrers'] as const) {
      const { stdout } = await ask(db, { question });
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('has colours on a terminal, unless NO_COLOR is set', async () => {
    const { db, collect } = await aCollector();
    await collect();
    const options: Asked = { question: 'coverage', days: 1 };
    const plain = await ask(db, options);
    const coloured = await ask(db, options, { isTTY: true, variables: { NO_COLOR: '' } });
    const quiet = await ask(db, options, { isTTY: true, variables: { NO_COLOR: '1' } });
    expect(coloured.stdout).not.toBe(plain.stdout);
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
    expect(quiet.stdout).toBe(plain.stdout);
  });

  it('is refused with what was wrong with the question', async () => {
    const db = aDatabase();
    await expect(ask(db, { question: 'pages' })).rejects.toThrow(QueryError);
    saveProject(db, { id: 'wxb0r23ozh', name: 'Shop', timeZone: 'UTC' }, now);
    await expect(ask(db, { question: 'pages', limit: 0 })).rejects.toThrow(
      '--limit must be at least 1',
    );
    await expect(ask(db, { question: 'page', page: '/' })).rejects.toThrow('Unknown page "/"');
  });
});

describe('query pages', () => {
  it('names the host once when addresses would not fit', async () => {
    const { db, collect } = await aDemo();
    await collect(1);
    const wide = await ask(db, { question: 'pages', limit: 1 }, { columns: 200 });
    expect(wide.stdout).toMatch(/^1  https:\/\/shop\.example\.com\/products\/reading-lamp /m);
    const narrow = await ask(db, { question: 'pages', limit: 1 }, { columns: 80 });
    expect(narrow.stdout).toMatch(
      /^#  page on shop\.example\.com .*\n.*\n1  \/products\/reading-lamp /m,
    );
    expect(narrow.stdout).toContain('Hidden for lack of space: scroll');
  });

  it('lists pages with too few sessions apart', async () => {
    const { db, collect } = await aDemo();
    await collect(1);
    const { stdout } = await ask(db, { question: 'pages', minSessions: 100, limit: 100 });
    const [ranked = '', apart = ''] = stdout.split(
      'Too few visits to judge (under 100 sessions)\n',
    );
    expect(sessionsIn(ranked).every((sessions) => sessions >= 100)).toBe(true);
    expect(sessionsIn(apart).every((sessions) => sessions < 100)).toBe(true);
    expect(sessionsIn(apart).length).toBeGreaterThan(0);
  });
});

describe('query trend', () => {
  it('shows a missing day as a hole', async () => {
    const { db, collect } = await aCollector();
    await collect(1);
    const { stdout } = await ask(db, { question: 'trend', days: 2 });
    expect(stdout).toMatch(/^Wed 2026-11-18 {2}missing +- {2}·{16} +- +- /m);
    expect(stdout).toMatch(/^Thu 2026-11-19 {2}complete +\d+ {2}█{16} +[\d.]+% /m);
  });

  it('says which days are estimated', async () => {
    const { db, collect } = await aCollector();
    await collect();
    const { stdout } = await ask(db, { question: 'trend', days: 2 });
    expect(stdout).toMatch(/^Wed 2026-11-18 {2}estimated +\d+ {2}/m);
    expect(stdout).toMatch(/^Thu 2026-11-19 {2}complete +\d+ {2}/m);
  });
});

describe('query coverage', () => {
  it('starts a new grid with each month', async () => {
    const { db, collect } = await aCollector({ at: '2026-12-02T05:00:00Z' });
    await collect(1);
    const { stdout } = await ask(db, {
      question: 'coverage',
      from: '2026-11-29',
      to: '2026-12-01',
    });
    expect(stdout).toMatch(/^2026-11 +29 30\n.*\nsite +· {2}·$/m);
    expect(stdout).toMatch(/^2026-12 +01\n.*\nsite +■$/m);
  });
});

const now = new Date('2026-11-20T06:00:00Z');

type Asked = QueryOptions extends infer Options
  ? Options extends QueryOptions
    ? Omit<Options, 'json'> & { json?: boolean }
    : never
  : never;

interface Terminal {
  columns?: number;
  isTTY?: boolean;
  variables?: Record<string, string>;
}

async function ask(
  database: Database,
  options: Asked,
  { columns, isTTY, variables = {} }: Terminal = {},
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runQuery({
    deps: {
      database,
      now: () => now,
      variables,
      stdout: { write: (text) => (stdout += text), columns, isTTY },
      stderr: { write: (text) => (stderr += text) },
    },
    options: { json: false, ...options },
  });
  return { exitCode, stdout, stderr };
}

function aDemo(hostile = false) {
  const site = createDemoSite({ seed: 7, today: '2026-11-20', sessionsPerDay: 600, hostile });
  return aCollector({ site });
}

/** The column of sessions. */
function sessionsIn(text: string): number[] {
  return [...text.matchAll(/ (\d+) +(?:[\d.]+|-) +[\d.]+%/g)].map(([, sessions]) =>
    Number(sessions),
  );
}
