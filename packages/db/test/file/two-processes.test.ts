// @module-tag slow
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/index.ts';
import {
  acquireLease,
  checkIntegrity,
  loadQuota,
  factRows,
  findApiKey,
  listAnnotations,
  listApiKeys,
  listMutes,
  raiseAlert,
  saveProject,
} from '../../src/index.ts';
import { aDatabase, aFolder } from '../support/a-database.ts';
import { aLease } from '../support/a-reserved-call.ts';

function start(script: string, ...args: string[]): ChildProcess & { lines: AsyncIterator<string> } {
  const path = join(import.meta.dirname, '../support', script);
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return Object.assign(child, { lines });
}

async function nextLine({ lines }: { lines: AsyncIterator<string> }): Promise<string> {
  const { value, done } = await lines.next();
  if (done === true) throw new Error('The process has ended without a word.');
  return value;
}

interface Got {
  name: string;
  reserved: string[];
  lease: unknown;
  alert: boolean;
  token: string;
  key: string;
  note: number;
  sessions: number;
  model: string;
}

/** What three processes get that do the same at the same time. */
async function race(folder: string): Promise<Got[]> {
  const racers = ['a', 'b', 'c'].map((name) => start('race.ts', folder, name));
  for (const racer of racers) expect(await nextLine(racer)).toBe('ready');
  for (const racer of racers) racer.stdin?.write('go\n');
  return Promise.all(racers.map(async (racer) => JSON.parse(await nextLine(racer)) as Got));
}

const now = new Date('2026-11-20T05:00:00Z');

function total(db: Database) {
  const rows = factRows(db, { projectId: 'p', from: null, to: null, breakdowns: ['total'] }).rows();
  return [...rows].map(({ day, sessions }) => [day, sessions]);
}

describe('several processes that do the same at once', () => {
  it('share what there is once, and count nothing twice', async () => {
    const folder = aFolder();
    const db = aDatabase(folder);
    saveProject(db, { id: 'q', name: 'Blog', timeZone: 'UTC' }, now);
    acquireLease(db, { projectId: 'p', lease: aLease, now, isAlive: () => true });
    raiseAlert(db, { projectId: 'p', kind: 'token-refused', subject: 'x' }, now);
    const got = await race(folder);

    const reserved = got.flatMap((one) => one.reserved);
    expect(reserved.filter((state) => state === 'reserved')).toHaveLength(10);
    expect(reserved.filter((state) => state === 'spent')).toHaveLength(8);
    expect(loadQuota(db, 'p', now).used).toBe(10);

    expect(got.filter(({ lease }) => lease === null)).toHaveLength(1);
    expect(got.filter(({ alert }) => alert)).toHaveLength(1);
    expect(new Set(got.map(({ token }) => token)).size).toBe(1);
    expect(new Set(got.map(({ model }) => model)).size).toBe(1);

    const keys = got.map(({ key }) => key).filter((key) => key !== 'key-exists');
    expect(keys).toHaveLength(1);
    expect(findApiKey(db, keys[0] ?? '')?.name).toBe('dashboard');
    expect(listApiKeys(db)).toHaveLength(1);

    expect(new Set(got.map(({ note }) => note)).size).toBe(1);
    expect(listAnnotations(db, 'p')).toHaveLength(1);
    expect(listMutes(db, 'p')).toHaveLength(1);

    expect(got.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(1_000);
    expect(total(db)).toEqual([['2026-11-19', 1_000]]);
    expect(checkIntegrity(db)).toMatchObject({ damage: [], orphans: [] });
  });
});

describe('a process that is killed in the middle of an import', () => {
  it('leaves nothing of it, and the next one can write at once', async () => {
    const folder = aFolder();
    const db = aDatabase(folder);
    const doomed = start('import-until-killed.ts', folder);
    expect(await nextLine(doomed)).toBe('importing');
    // Others see the state before, while the import is under way.
    expect(total(db)).toEqual([]);
    doomed.kill('SIGKILL');
    await once(doomed, 'close');
    expect(db.sql.prepare('SELECT COUNT(*) FROM sessions').pluck().get()).toBe(0);
    expect(db.sql.prepare('SELECT COUNT(*) FROM segments').pluck().get()).toBe(0);
    db.sql.pragma('busy_timeout = 0');
    saveProject(db, { id: 'p', name: 'Store', timeZone: 'UTC' }, now);
    expect(checkIntegrity(db)).toMatchObject({ damage: [], orphans: [] });
  });
});
