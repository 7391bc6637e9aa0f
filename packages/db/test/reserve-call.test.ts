import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../src/index.ts';
import { archiveAnswer, countCalls, openDatabase, reserveCall, saveProject } from '../src/index.ts';

let db: Database;
let other: Database;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  other = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  saveProject(db, { id: 'p', name: 'Shop', timeZone: 'UTC' }, new Date());
  onTestFinished(async () => {
    await db.close();
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

const evening = new Date('2026-11-20T23:59:59Z');
const midnight = new Date('2026-11-21T00:00:00Z');

function reserve(now: Date, from = db, limit = 10): number | null {
  return reserveCall(from, {
    projectId: 'p',
    numOfDays: 2,
    dimensions: ['URL', 'Device'],
    now,
    limit,
  });
}

describe('the quota ledger', () => {
  it('gives out ten calls a day, to two processes together', () => {
    const ids = Array.from({ length: 12 }, (_, index) =>
      reserve(evening, index % 2 === 0 ? db : other),
    );
    expect(ids.filter((id) => id !== null)).toHaveLength(10);
    expect(ids.slice(10)).toEqual([null, null]);
    expect(countCalls(db, 'p', evening)).toBe(10);
  });

  it('begins anew at midnight UTC', () => {
    expect(reserve(evening, db, 1)).not.toBeNull();
    expect(reserve(evening, db, 1)).toBeNull();
    expect(reserve(midnight, db, 1)).not.toBeNull();
    expect(countCalls(db, 'p', midnight)).toBe(1);
  });

  it('writes down what will be asked before it is asked', () => {
    reserve(evening);
    expect(
      db.sql
        .prepare(
          'SELECT state, num_of_days, dimensions, window_start, window_end, http_status FROM api_calls',
        )
        .all(),
    ).toEqual([
      {
        state: 'reserved',
        num_of_days: 2,
        dimensions: 'URL,Device',
        window_start: '2026-11-18T23:59:59.000Z',
        window_end: '2026-11-20T23:59:59.000Z',
        http_status: null,
      },
    ]);
  });

  it('does not charge for what was imported', () => {
    archiveAnswer(db, {
      projectId: 'p',
      body: Buffer.from('[]'),
      windowEnd: evening,
      numOfDays: 1,
    });
    expect(countCalls(db, 'p', evening)).toBe(0);
  });
});
