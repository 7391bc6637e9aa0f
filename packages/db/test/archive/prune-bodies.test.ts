import { statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/index.ts';
import {
  archivedAnswers,
  checkBodies,
  loadQuota,
  loadFileSize,
  loadPrunableBodies,
  openDatabase,
  pruneBodies,
  shrinkDatabase,
} from '../../src/index.ts';
import { aDatabase, aFolder, anAnswer } from '../support/a-database.ts';

const now = new Date('2026-11-24T05:00:00Z');
const before = new Date('2025-10-20T05:00:00Z');

function pruneAll(db: Database, limit = 2) {
  const batches = [];
  for (;;) {
    const batch = pruneBodies(db, { before, now, limit });
    if (batch.answers === 0) return batches;
    batches.push(batch.answers);
  }
}

function bodies(db: Database): unknown[] {
  return db.sql
    .prepare(
      `SELECT id, body IS NOT NULL AS kept, pruned_at AS prunedAt FROM api_calls ORDER BY id`,
    )
    .all();
}

describe('giving up raw bodies', () => {
  it('takes those whose window ended before, in batches, and keeps their rows and hashes', () => {
    const db = aDatabase();
    const ids = ['2025-10-01', '2025-10-02', '2025-10-03'].map((day) =>
      anAnswer(db, { at: `${day}T05:00:00Z`, body: `["${day}"]` }),
    );
    const atThatInstant = anAnswer(db, { at: before.toISOString() });
    const ledger = `SELECT id, state, rows, parsed_at, body_sha256 FROM api_calls`;
    const rows = db.sql.prepare(ledger).all();

    expect(pruneAll(db)).toEqual([2, 1]);
    expect(bodies(db)).toEqual([
      ...ids.map((id) => ({ id, kept: 0, prunedAt: now.toISOString() })),
      { id: atThatInstant, kept: 1, prunedAt: null },
    ]);
    expect(db.sql.prepare(ledger).all()).toEqual(rows);
    expect(loadQuota(db, 'p', new Date('2025-10-01T23:00:00Z')).used).toBe(2);
    expect(archivedAnswers(db, { projectId: 'p' }).map(({ callId }) => callId)).toEqual([
      atThatInstant,
    ]);
  });

  it('never takes what was not read or not counted: it is the only trace', () => {
    const db = aDatabase();
    const at = '2025-01-01T05:00:00Z';
    for (const as of ['unread', 'unknown', 'ignored'] as const) anAnswer(db, { at, as });
    expect(loadPrunableBodies(db, before)).toEqual({
      answers: 0,
      bytes: 0,
      oldest: null,
      newest: null,
      kept: 3,
    });
    expect(pruneAll(db)).toEqual([]);
    expect(db.sql.prepare('SELECT COUNT(body) FROM api_calls').pluck().get()).toBe(3);
  });

  it('leaves facts and coverage', () => {
    const db = aDatabase();
    const callId = anAnswer(db, { at: '2025-10-01T20:00:00Z' });
    db.sql.exec(
      `INSERT INTO segments (id, breakdown) VALUES (1, 'total');
       INSERT INTO day_facts (project_id, breakdown, day, segment_id, sessions, method, api_call_id)
         VALUES ('p', 'total', '2025-10-01', 1, 40, 'direct', ${callId});
       INSERT INTO day_coverage (project_id, breakdown, day, state, api_call_id, overlap_seconds, window_end)
         VALUES ('p', 'total', '2025-10-01', 'complete', ${callId}, 72000, '2025-10-01T20:00:00.000Z')`,
    );
    const tables = () =>
      ['day_facts', 'day_coverage'].map((table) => db.sql.prepare(`SELECT * FROM ${table}`).all());
    const kept = tables();
    expect(pruneAll(db)).toEqual([1]);
    expect(tables()).toEqual(kept);
  });

  it('says before what it will free, and changes nothing by that', () => {
    const db = aDatabase();
    anAnswer(db, { at: '2025-09-01T05:00:00Z', body: 'a'.repeat(5000) });
    anAnswer(db, { at: '2025-10-01T05:00:00Z', body: 'b' });
    anAnswer(db, { at: '2026-11-20T05:00:00Z', body: 'c' });
    const size = Number(
      db.sql
        .prepare(`SELECT SUM(LENGTH(body)) FROM api_calls WHERE window_end < '2026-01-01'`)
        .pluck()
        .get(),
    );
    const version = db.sql.pragma('data_version', { simple: true });
    expect(loadPrunableBodies(db, before)).toEqual({
      answers: 2,
      bytes: size,
      oldest: new Date('2025-09-01T05:00:00Z'),
      newest: new Date('2025-10-01T05:00:00Z'),
      kept: 0,
    });
    expect(db.sql.prepare('SELECT COUNT(body) FROM api_calls').pluck().get()).toBe(3);
    expect(db.sql.pragma('data_version', { simple: true })).toBe(version);
    expect(pruneBodies(db, { before, now, limit: 9 })).toEqual({ answers: 2, bytes: size });
  });

  it('lets another connection write between two batches', () => {
    const folder = aFolder();
    const db = aDatabase(folder);
    for (const day of ['01', '02', '03']) anAnswer(db, { at: `2025-10-${day}T05:00:00Z` });
    const other = openDatabase({ url: 'file:./clarity.db', cwd: folder });
    onTestFinished(() => other.close());
    pruneBodies(db, { before, now, limit: 1 });
    const fresh = anAnswer(other, { at: '2026-11-24T04:00:00Z' });
    expect(pruneAll(db, 1)).toEqual([1, 1]);
    expect(bodies(db).at(-1)).toEqual({ id: fresh, kept: 1, prunedAt: null });
  });

  it('is no damage to the archive', async () => {
    const db = aDatabase();
    anAnswer(db, { at: '2025-10-01T05:00:00Z' });
    pruneAll(db);
    expect(await checkBodies(db, () => undefined)).toEqual({ checked: 0, damaged: [] });
  });
});

describe('shrinking the database', () => {
  function aLargeDatabase(folder = aFolder()): Database {
    const db = aDatabase(folder);
    const body = Array.from({ length: 60_000 }, (_, index) => (index * 7919) % 10_007).join();
    for (let day = 10; day < 20; day += 1) anAnswer(db, { at: `2025-10-${day}T01:00:00Z`, body });
    return db;
  }

  it('gives the room of what was given up back to the disk', () => {
    const db = aLargeDatabase();
    db.sql.pragma('wal_checkpoint(TRUNCATE)');
    const sizeBefore = statSync(db.path).size;
    pruneAll(db);
    expect(loadFileSize(db)).toMatchObject({ bytes: sizeBefore });
    expect(loadFileSize(db).freeBytes).toBeGreaterThan(sizeBefore / 2);
    const shrinking = shrinkDatabase(db);
    expect(shrinking).toEqual({
      bytesBefore: sizeBefore,
      bytesAfter: statSync(db.path).size,
      isOnDisk: true,
    });
    expect(shrinking.bytesAfter).toBeLessThan(sizeBefore / 2);
    expect(loadFileSize(db).freeBytes).toBe(0);
  });

  it('says so when a reader still needs the old pages', () => {
    const folder = aFolder();
    const db = aLargeDatabase(folder);
    const reader = openDatabase({ url: 'file:./clarity.db', cwd: folder });
    onTestFinished(() => reader.close());
    reader.sql.exec('BEGIN; SELECT COUNT(*) FROM api_calls');
    pruneAll(db);
    db.sql.pragma('busy_timeout = 10');
    expect(shrinkDatabase(db).isOnDisk).toBe(false);
  });

  it('tells a full disk from a defect', () => {
    const { sql } = aDatabase();
    const onFullDisk = {
      pragma: (text: string, options?: object) => sql.pragma(text, options),
      exec: () => {
        throw new SqliteDatabase.SqliteError('database or disk is full', 'SQLITE_FULL');
      },
    } as unknown as Database['sql'];
    expect(() => shrinkDatabase({ sql: onFullDisk })).toThrow('The disk is too full');
  });
});
