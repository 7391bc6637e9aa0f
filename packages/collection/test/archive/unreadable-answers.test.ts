// @module-tag slow
import { gzipSync } from 'node:zlib';
import { checkIntegrity, loadArchiveHealth, loadUnreadableAnswers } from '@clarity-keep/db';
import { defaultUrlRules } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import { reparseProject } from '../../src/index.ts';
import type { CollectorFixture } from '../support/a-collector.ts';
import { aDailyCollector } from '../support/a-collector.ts';
import { rows } from '../support/a-database.ts';

/** A body that an earlier run has kept, and that waits to be read. */
function keep(
  { db, simulator, clock }: CollectorFixture,
  body: Buffer | string,
  { packed = gzipSync(body), attempts = 0 }: { packed?: Buffer; attempts?: number } = {},
): number {
  const at = new Date(clock.now.getTime() - 3_600_000).toISOString();
  const { lastInsertRowid } = db.sql
    .prepare(
      `INSERT INTO api_calls (project_id, requested_at, quota_day, num_of_days, dimensions, state, http_status,
         window_start, window_end, body, reading_attempts)
       VALUES (@id, @at, '2026-11-20', 1, '', 'answered', 200, @at, @at, @packed, @attempts)`,
    )
    .run({ id: simulator.projectId, at, packed, attempts });
  return Number(lastInsertRowid);
}

function reparse({ db, simulator, clock }: CollectorFixture) {
  return reparseProject(db, {
    projectId: simulator.projectId,
    grouping: { timeZone: 'UTC', urlRules: defaultUrlRules },
    now: clock.now,
    onProgress: () => undefined,
  });
}

const record = (id: string, fields: string) => `{"SessionId":"${id}",${fields}}`;

describe('a kept body that cannot be read', () => {
  it.each([
    ['nothing at all', '', undefined],
    ['no JSON', '<html>', undefined],
    ['an unknown shape', '{"a":1}', undefined],
    ['too many rows', `[${'{"SessionId":"s"},'.repeat(300_000)}{"SessionId":"s"}]`, undefined],
    ['brackets without end', '['.repeat(200_000) + ']'.repeat(200_000), undefined],
    [
      'numbers that none can add up',
      `[${record('a', '"Duration":4611686018427387904')},${record('b', '"Duration":4611686018427387904')}]`,
      undefined,
    ],
    ['bytes that do not unpack', '', Buffer.from('not gzip')],
    ['more than can be unpacked', '', gzipSync(Buffer.alloc(257 * 2 ** 20))],
  ])('is marked and keeps no call from being made: %s', async (_what, body, packed) => {
    const collector = await aDailyCollector();
    const { db, simulator, collect } = collector;
    const callId = keep(collector, body, packed === undefined ? {} : { packed });
    const asked = simulator.requests.length;
    const collection = await collect();
    expect(collection.error).toBeNull();
    expect(simulator.requests.length - asked).toBe(3);
    expect(collection.unreadable).toHaveLength(1);
    expect(collection.warnings.join()).toContain('stored by an earlier run cannot be parsed');
    const { count, newest } = loadUnreadableAnswers(db, simulator.projectId);
    expect(count).toBe(1);
    expect(newest?.reason).toMatch(/^Clarity's response .*The raw response is stored\.$/);
    expect(loadArchiveHealth(db, { since: collector.clock.now })).toMatchObject({
      unread: 0,
      notUnderstood: 1,
      reasons: [newest?.reason],
    });
    expect(rows(db, `SELECT parsed_at FROM api_calls WHERE id = ${callId}`)).toEqual([
      { parsed_at: null },
    ]);
    // It is not tried again by this version, and `reparse` does with the others what it does.
    expect((await collect()).unreadable).toEqual([]);
    expect(await reparse(collector)).toMatchObject({ notUnderstood: 1 });
  });

  it('is tried again by a version that may understand it', async () => {
    const collector = await aDailyCollector();
    const { db, simulator, collect } = collector;
    const [{ body }] = rows(db, 'SELECT body FROM api_calls WHERE id = 1') as [{ body: Buffer }];
    const callId = keep(collector, '', { packed: body });
    db.sql
      .prepare("UPDATE api_calls SET error = 'Not understood.', parser_version = 1 WHERE id = ?")
      .run(callId);
    expect((await collect()).error).toBeNull();
    expect(rows(db, `SELECT error, format FROM api_calls WHERE id = ${callId}`)).toEqual([
      { error: null, format: 'insights' },
    ]);
    expect(loadUnreadableAnswers(db, simulator.projectId)).toEqual({ count: 0, newest: null });
  });
});

describe('a body whose reading ends the process', () => {
  it('is read after the calls by the next run, and given up in time', async () => {
    const collector = await aDailyCollector();
    const { db, simulator, collect, clock } = collector;
    const asked = simulator.requests.length;
    const once = keep(collector, '{"a":1}', { attempts: 1 });
    const often = keep(collector, '{"a":1}', { attempts: 3 });
    const collection = await collect();
    expect(simulator.requests.length - asked).toBe(3);
    const marked = rows(db, 'SELECT id, error FROM api_calls WHERE error IS NOT NULL');
    expect(marked).toEqual([
      { id: once, error: expect.stringContaining('it is not a list') },
      {
        id: often,
        error: expect.stringContaining('parsing it has crashed the process 3 times'),
      },
    ]);
    expect(collection.unreadable).toHaveLength(2);
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect((await collect()).unreadable).toEqual([]);
  });
});

describe('an answer that is not understood', () => {
  it('ends with its code, and keeps no other breakdown from being asked', async () => {
    const { db, simulator, collect } = await aDailyCollector();
    simulator.fault({ type: 'unknown-object' }, ({ query }) => query['dimension1'] === undefined);
    const collection = await collect();
    expect(collection.error?.code).toBe('not-understood');
    expect(collection.calls.map(({ dimensions }) => dimensions.join())).toEqual([
      '',
      'URL,Device',
      'Device,Source,Medium',
    ]);
    expect(
      rows(db, "SELECT DISTINCT breakdown FROM day_facts WHERE day = '2026-11-19' ORDER BY 1").map(
        ({ breakdown }) => breakdown,
      ),
    ).toEqual(expect.arrayContaining(['page', 'page_device', 'source_medium']));
  });
});

describe('facts that an earlier version has stored and that cannot be', () => {
  it('are named by the integrity check and removed by reparse, with or without a body', async () => {
    const collector = await aDailyCollector();
    const { db, simulator } = collector;
    const id = simulator.projectId;
    const before = rows(db, 'SELECT * FROM day_facts ORDER BY breakdown, day, segment_id');
    db.sql.exec(`UPDATE day_facts SET sessions = 1152921504606846976, rage_click_events = -4
        WHERE breakdown = 'page' AND day = '2026-11-18';
      UPDATE day_facts SET total_seconds_sum = 1e308 WHERE breakdown = 'total' AND day = '2026-11-18'`);
    const found = checkIntegrity(db);
    expect(found.daysWithImpossibleFacts).toEqual([
      `${id} page 2026-11-18`,
      `${id} total 2026-11-18`,
    ]);
    expect(await reparse(collector)).toMatchObject({ mendedFacts: 0 });
    expect(rows(db, 'SELECT * FROM day_facts ORDER BY breakdown, day, segment_id')).toEqual(before);

    db.sql.exec(`UPDATE api_calls SET body = NULL, pruned_at = '2026-11-20T05:00:00.000Z';
      UPDATE day_facts SET sessions = 1152921504606846976 WHERE breakdown = 'page' AND day = '2026-11-18';
      UPDATE day_facts SET total_seconds_sum = 9e999, dead_click_sessions = sessions + 1
        WHERE breakdown = 'total' AND day = '2026-11-18'`);
    const { mendedFacts } = await reparse(collector);
    expect(mendedFacts).toBeGreaterThan(1);
    expect(checkIntegrity(db).daysWithImpossibleFacts).toEqual([]);
    expect(
      rows(
        db,
        `SELECT total_seconds_sum AS seconds, dead_click_sessions AS dead, sessions > 0 AS kept FROM day_facts
         WHERE breakdown = 'total' AND day = '2026-11-18'`,
      ),
    ).toEqual([{ seconds: null, dead: null, kept: 1 }]);
    expect(
      rows(
        db,
        `SELECT breakdown, state FROM day_coverage WHERE day = '2026-11-18' AND breakdown IN ('page', 'total')
         ORDER BY breakdown`,
      ),
    ).toEqual([
      { breakdown: 'page', state: 'truncated' },
      { breakdown: 'total', state: expect.not.stringContaining('truncated') },
    ]);
  });
});
