import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  checkBodies,
  checkIntegrity,
  loadArchiveHealth,
  newestWindowEnd,
  openAsItIs,
  saveProject,
  tryToWrite,
} from '../../src/index.ts';
import { aDatabase, aFolder, anAnswer } from '../support/a-database.ts';
import { aReservedCall } from '../support/a-reserved-call.ts';

const ignore = () => undefined;

describe('checkBodies', () => {
  it('unpacks every body, tells how far it is, and finds nothing wrong', async () => {
    const db = aDatabase();
    anAnswer(db, { at: '2026-11-19T05:00:00Z' });
    anAnswer(db, { at: '2026-11-20T05:00:00Z', as: 'unknown' });
    const progress: string[] = [];
    const checked = await checkBodies(db, (done, total) => progress.push(`${done}/${total}`));
    expect(checked).toEqual({ checked: 2, damaged: [] });
    expect(progress).toEqual(['0/2', '1/2', '2/2']);
  });

  it('names the calls whose body is not what was received', async () => {
    const db = aDatabase();
    const [sound, cut, changed, lost] = [1, 2, 3, 4].map((day) =>
      anAnswer(db, { at: `2026-11-0${day}T05:00:00Z`, body: `["day ${day}"]` }),
    );
    db.sql
      .prepare('UPDATE api_calls SET body = substr(body, 1, length(body) - 5) WHERE id = ?')
      .run(cut);
    db.sql
      .prepare('UPDATE api_calls SET body = (SELECT body FROM api_calls WHERE id = ?) WHERE id = ?')
      .run(sound, changed);
    db.sql.prepare('UPDATE api_calls SET body = NULL WHERE id = ?').run(lost);
    expect(await checkBodies(db, ignore)).toEqual({
      checked: 4,
      damaged: [
        { callId: cut, why: 'does not unpack' },
        { callId: changed, why: 'has another hash' },
        { callId: lost, why: 'is not there' },
      ],
    });
  });

  it('asks no body of a call that was never answered', async () => {
    const db = aDatabase();
    const now = new Date('2026-11-20T05:00:00Z');
    aReservedCall(db, now);
    expect((await checkBodies(db, ignore)).checked).toBe(0);
  });
});

describe('checkIntegrity', () => {
  it('finds nothing wrong with a sound file', () => {
    const db = aDatabase();
    anAnswer(db, { at: '2026-11-20T05:00:00Z' });
    expect(checkIntegrity(db)).toEqual({
      damage: [],
      orphans: [],
      daysWithoutCall: [],
      daysWithImpossibleFacts: [],
      impossibleSessions: [],
    });
  });

  it('finds rows without the row they refer to, and days without their call', () => {
    const db = aDatabase();
    db.sql.pragma('foreign_keys = OFF');
    const cover = db.sql.prepare(
      `INSERT INTO day_coverage (project_id, breakdown, day, state, api_call_id, subtracted_call_id, overlap_seconds, window_end)
       VALUES ('p', 'total', ?, 'complete', ?, ?, 1, '2026-11-20T05:00:00.000Z')`,
    );
    const callId = anAnswer(db, { at: '2026-11-20T05:00:00Z' });
    cover.run('2026-11-18', callId, 77);
    cover.run('2026-11-19', callId, callId);
    cover.run('2026-11-20', 78, null);
    cover.run('2026-11-21', null, null);
    expect(checkIntegrity(db)).toEqual({
      damage: [],
      orphans: [{ table: 'day_coverage', parent: 'api_calls', rows: 1 }],
      daysWithoutCall: ['p total 2026-11-18', 'p total 2026-11-20'],
      daysWithImpossibleFacts: [],
      impossibleSessions: [],
    });
  });

  it('tells damage of a file that can hardly be read', async () => {
    const folder = aFolder();
    const db = aDatabase(folder);
    const insert = db.sql.prepare(
      'INSERT INTO mutes (project_id, page, reason, created_at) VALUES (?, ?, ?, ?)',
    );
    for (let page = 0; page < 400; page += 1) insert.run('p', `/${page}`, 'x'.repeat(100), 0);
    await db.close();
    const path = join(folder, 'clarity.db');
    const { size } = statSync(path);
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(20_000, 0xff), 0, 20_000, size - 20_000);
    closeSync(file);
    const damaged = openAsItIs({ url: 'file:./clarity.db', cwd: folder });
    onTestFinished(() => damaged.close());
    expect(checkIntegrity(damaged).damage).not.toEqual([]);
  });
});

describe('tryToWrite', () => {
  it('tells a database that can be written from one that another program holds', () => {
    const folder = aFolder();
    const db = aDatabase(folder);
    const other = aDatabase(folder);
    expect(tryToWrite(db)).toEqual({ type: 'writable' });
    expect(db.sql.inTransaction).toBe(false);
    other.sql.exec('BEGIN IMMEDIATE');
    expect(tryToWrite(db, 10)).toEqual({ type: 'busy' });
    other.sql.exec('ROLLBACK');
    expect(db.sql.pragma('busy_timeout', { simple: true })).toBe(60_000);
  });

  it('says why it is refused', () => {
    const db = aDatabase();
    db.sql.pragma('query_only = ON');
    expect(tryToWrite(db)).toEqual({
      type: 'refused',
      why: 'attempt to write a readonly database',
    });
  });
});

describe('loadArchiveHealth', () => {
  it('counts what waits: for the next run, for a newer version, for nobody', () => {
    const db = aDatabase();
    const since = new Date('2026-11-20T05:00:00Z');
    for (const as of ['read', 'read', 'unread', 'unknown', 'ignored'] as const) {
      anAnswer(db, { at: '2026-11-19T05:00:00Z', as });
    }
    aReservedCall(db, new Date('2026-11-20T04:59:00Z'));
    aReservedCall(db, since);
    expect(loadArchiveHealth(db, { since })).toEqual({
      unread: 1,
      notUnderstood: 1,
      reasons: ['The answer was not understood.'],
      unsettled: 1,
    });
  });

  it('does not wait for a body that was given up', () => {
    const db = aDatabase();
    anAnswer(db, { at: '2025-01-01T05:00:00Z' });
    // As a migration does that wants answers read again.
    db.sql.exec(`UPDATE api_calls SET body = NULL, pruned_at = window_end, parsed_at = NULL`);
    expect(loadArchiveHealth(db, { since: new Date() }).unread).toBe(0);
  });
});

describe('newestWindowEnd', () => {
  it('is of the last answer, of one project or of any', () => {
    const db = aDatabase();
    expect(newestWindowEnd(db)).toBeNull();
    saveProject(db, { id: 'q', name: 'Blog', timeZone: 'UTC' }, new Date());
    anAnswer(db, { at: '2026-11-20T05:00:00Z' });
    anAnswer(db, { at: '2026-11-18T05:00:00Z' });
    expect(newestWindowEnd(db)).toEqual(new Date('2026-11-20T05:00:00Z'));
    expect(newestWindowEnd(db, 'p')).toEqual(new Date('2026-11-20T05:00:00Z'));
    expect(newestWindowEnd(db, 'q')).toBeNull();
  });
});
