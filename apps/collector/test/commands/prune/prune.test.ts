import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { openDatabase } from '@clarity-keep/db';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pruneArchive } from '@clarity-keep/collection';
import { aCommandLine } from '../../support/a-command-line.ts';
import { aDatabase, rows } from '../../support/a-database.ts';

const then = new Date('2025-09-01T05:00:00Z');
const now = new Date('2026-11-24T05:00:00Z');

/** A command line of today on a database that was collected into long ago. */
async function anOldArchive() {
  const simulator = await startSimulator({
    now: () => then.getTime(),
    site: createSite({ seed: 7, sessionsPerDay: 60 }),
  });
  onTestFinished(() => simulator.close());
  const today = aCommandLine({}, { now });
  const collector = aCommandLine(
    {
      CLARITY_API_URL: simulator.url,
      CLARITY_API_TOKEN: simulator.token,
      CLARITY_PROJECT_ID: simulator.projectId,
      DATABASE_URL: `file:${join(today.folder, 'clarity.db')}`,
    },
    { now: then },
  );
  expect((await collector.run('collect')).exitCode).toBe(0);
  const db = openDatabase({ url: 'file:./clarity.db', cwd: today.folder });
  onTestFinished(() => db.close());
  return { ...today, db };
}

const BODIES = 'SELECT COUNT(*) AS calls, COUNT(body) AS bodies FROM api_calls';

describe('clarity-keep prune', () => {
  it('says what it will free, frees it, and keeps every number', async () => {
    const { db, run } = await anOldArchive();
    const facts = rows(db, 'SELECT * FROM day_facts');
    const [{ calls } = {}] = rows(db, BODIES);
    const { exitCode, stdout, stderr } = await run('prune', '--raw-older-than', '400d');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /^Raw responses from 2025-09-01 to 2025-09-01: \d, [\d.]+ kB\. Without them "reparse" can no longer/,
    );
    expect(stdout).toMatch(/^Raw responses deleted: \d, [\d.]+ kB\.\nThe file keeps its size/);
    expect(rows(db, BODIES)).toEqual([{ calls, bodies: 0 }]);
    expect(rows(db, 'SELECT DISTINCT pruned_at FROM api_calls')).toEqual([
      { pruned_at: now.toISOString() },
    ]);
    expect(rows(db, 'SELECT * FROM day_facts')).toEqual(facts);
    expect((await run('doctor', '--integrity', '--json')).stdout).toContain('All 0 raw responses');

    const again = await run('prune', '--raw-older-than', '400d');
    expect(again.stderr).toBe('No parsed raw responses are older than 2025-10-20.\n');
    expect(again.stdout).toContain('Raw responses deleted: 0');
  });

  it('changes nothing with --dry-run, not even with --vacuum', async () => {
    const { db, run } = await anOldArchive();
    const before = rows(db, BODIES);
    const dryRun = ['prune', '--raw-older-than', '1y', '--dry-run', '--vacuum'];
    const { exitCode, stdout, stderr } = await run(...dryRun);
    expect([exitCode, stdout]).toEqual([0, 'Nothing was changed (--dry-run).\n']);
    expect(stderr).toContain('from 2025-09-01');
    expect(rows(db, BODIES)).toEqual(before);
  });

  it('leaves what is younger, and what was never read', async () => {
    const { db, run } = await anOldArchive();
    expect((await run('prune', '--raw-older-than', '2y')).stdout).toContain(
      'Raw responses deleted: 0',
    );
    db.sql.exec(`UPDATE api_calls SET parsed_at = NULL, error = 'not understood' WHERE id = 1`);
    const { stderr } = await run('prune', '--raw-older-than', '18m', '--dry-run');
    expect(stderr).toContain('older than 2025-05-24');
    const year = await run('prune', '--raw-older-than', '12m');
    expect(year.stderr).toContain(
      'Also that old, but not deleted because nothing was parsed from them: 1.',
    );
    expect(rows(db, 'SELECT id FROM api_calls WHERE body IS NOT NULL')).toEqual([{ id: 1 }]);
  });

  it('gives the room back with --vacuum', async () => {
    const { db, run } = await anOldArchive();
    // The site's own answers are small beside the tables.
    const body = gzipSync(
      Buffer.from(Array.from({ length: 40_000 }, (_, n) => (n * 7919) % 9973).join()),
    );
    db.sql.prepare('UPDATE api_calls SET body = ?').run(body);
    const { stdout } = await run('prune', '--raw-older-than', '400d', '--vacuum', '--json');
    const result = JSON.parse(stdout) as {
      pruned: { bytes: number };
      shrunk: { bytesBefore: number; bytesAfter: number };
    };
    expect(result).toMatchObject({
      before: '2025-10-20T05:00:00.000Z',
      dryRun: false,
      found: { oldest: then.toISOString(), newest: then.toISOString(), kept: 0 },
      file: { freeBytes: 0 },
    });
    const { bytesBefore, bytesAfter } = result.shrunk;
    expect(bytesBefore - bytesAfter).toBeGreaterThan(0.8 * result.pruned.bytes);
  });

  it.each([
    ['6d', '--raw-older-than must be at least 7d, not "6d": the latest responses are still needed'],
    ['0y', 'at least 7d'],
    ['forever', '--raw-older-than must be an age such as 400d, 18m or 2y, not "forever".'],
  ])('refuses the age %j', async (age, problem) => {
    const { exitCode, stderr } = await aCommandLine().run('prune', '--raw-older-than', age);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(problem);
  });

  it('does nothing without an age', async () => {
    const { exitCode, stderr } = await aCommandLine().run('prune');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('raw-older-than');
  });
});

it('pauses between batches, in which another program writes', async () => {
  const db = aDatabase();
  db.sql.exec(
    `INSERT INTO projects (id, name, created_at) VALUES ('p', 'Shop', 0);
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
     INSERT INTO api_calls (project_id, requested_at, quota_day, num_of_days, dimensions, state, window_start,
         window_end, body, format, breakdown, parsed_at)
       SELECT 'p', '2025-01-01', '2025-01-01', 1, '', 'answered', '2025-01-01', '2025-01-02', x'00', 'insights',
         'total', '2025-01-02' FROM n`,
  );
  const other = openDatabase({ url: `file:${db.path}`, cwd: '/' });
  onTestFinished(() => other.close());
  const progress: number[] = [];
  let written = 0;
  const pruned = await pruneArchive(
    {
      db,
      now: () => now,
      sleep: async () => {
        other.sql.exec(`UPDATE projects SET name = 'Shop ${(written += 1)}'`);
      },
      onProgress: (done) => progress.push(done),
    },
    new Date('2025-06-01T00:00:00Z'),
  );
  expect(pruned).toEqual({ answers: 120, bytes: 120 });
  expect(progress).toEqual([50, 100, 120]);
  expect(written).toBe(2);
});
