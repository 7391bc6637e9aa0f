// @module-tag slow
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { prepareProject, regroupingWarning } from '../../src/index.ts';
import { defaultUrlRules } from '@clarity-keep/core';
import type { CollectorFixture } from '../support/a-collector.ts';
import { aCollector } from '../support/a-collector.ts';
import { aDatabase, aFolder, rows } from '../support/a-database.ts';
import { expectTruth } from '../support/the-truth.ts';

const root = join(import.meta.dirname, '../../../..');
const INIT = '20261123000000_init';

/** A file as version 0.1 has left it: its schema, and what it kept of these calls. */
function aFileOfTheFirstVersion({ db }: CollectorFixture): string {
  const folder = aFolder();
  const file = new SqliteDatabase(join(folder, 'clarity.db'));
  file.exec(readFileSync(join(root, 'prisma/migrations', INIT, 'migration.sql'), 'utf8'));
  file.exec(`CREATE TABLE _prisma_migrations (id TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL,
    finished_at DATETIME, migration_name TEXT NOT NULL, logs TEXT, rolled_back_at DATETIME,
    started_at DATETIME NOT NULL DEFAULT current_timestamp, applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0)`);
  file
    .prepare(
      'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES (?, ?, ?, ?)',
    )
    .run(randomUUID(), 'of the first version', Date.now(), INIT);
  for (const table of [
    'projects',
    'segments',
    'api_calls',
    'day_facts',
    'day_coverage',
    'sessions',
  ]) {
    const columns = (file.pragma(`table_info(${table})`) as { name: string }[]).map(
      ({ name }) => name,
    );
    const insert = file.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    );
    for (const row of rows(db, `SELECT ${columns.join(', ')} FROM ${table}`)) insert.run(row);
  }
  file.close();
  return folder;
}

/** Three days of one-day windows, which is all that the first version asked for. */
async function aFirstVersion(options: Parameters<typeof aCollector>[0] = {}) {
  const collector = await aCollector({ at: '2026-11-18T05:00:00Z', ...options });
  for (const day of ['18', '19', '20']) {
    collector.clock.now = new Date(`2026-11-${day}T05:00:00Z`);
    await collector.collect(1);
  }
  return collector;
}

describe('a database of the first version', () => {
  it('is read again from its raw answers by the next collection, and goes on', async () => {
    const old = await aFirstVersion();
    const folder = aFileOfTheFirstVersion(old);
    const db = aDatabase(folder);
    // What it had made of them is of no use: pages of other rules.
    db.sql.exec("UPDATE segments SET page = page || '?uid=17' WHERE page <> ''");
    const { simulator, collect } = await aCollector({ at: '2026-11-20T06:00:00Z', db });
    const collection = await collect();
    expect(collection.error).toBeNull();
    expect(collection.warnings).toEqual([]);
    const { projectId, site } = simulator;
    const range = { from: '2026-11-17', to: '2026-11-19' };
    expect(expectTruth(db, { projectId, site, ...range })).toBeGreaterThan(12);
    expect(rows(db, "SELECT page FROM page_days WHERE page LIKE '%uid=17'")).toEqual([]);
    expect(rows(db, 'SELECT day, state FROM site_days ORDER BY day')).toEqual(
      ['2026-11-17', '2026-11-18', '2026-11-19'].map((day) => ({ day, state: 'complete' })),
    );
  });

  it('with session records keeps them, and says that their pages wait for reparse', async () => {
    const old = await aFirstVersion({ format: 'sessions' });
    const db = aDatabase(aFileOfTheFirstVersion(old));
    const before = rows(db, 'SELECT * FROM day_facts');
    expect(before.length).toBeGreaterThan(10);
    expect(rows(db, 'SELECT DISTINCT method FROM day_coverage')).toEqual([{ method: 'sessions' }]);
    const prepared = prepareProject(
      db,
      {
        id: old.simulator.projectId,
        name: undefined,
        timeZone: undefined,
        urlRules: defaultUrlRules,
      },
      old.clock.now,
    );
    expect(regroupingWarning(prepared)).toContain('by an earlier version');
    expect(rows(db, 'SELECT * FROM day_facts')).toEqual(before);
  });
});
