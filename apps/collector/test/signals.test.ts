// @module-tag slow
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openDatabase } from '@clarity-keep/db';
import { createSite, generateSessionRecords, startSimulator } from '@clarity-keep/simulator';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { aDatabase, aFolder, rows } from './support/a-database.ts';
import { aProcess, ended } from './support/a-process.ts';
import { largeFacts } from './support/large-facts.ts';

const patiently = { timeout: 20_000, interval: 5 };
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

async function aPlace() {
  const site = createSite({ seed: 11, sessionsPerDay: 60 });
  const simulator = await startSimulator({ now: Date.now, site });
  onTestFinished(() => simulator.close());
  const variables = {
    CLARITY_API_URL: simulator.url,
    CLARITY_API_TOKEN: simulator.token,
    CLARITY_PROJECT_ID: simulator.projectId,
    CLARITY_TIMEOUT_MS: '600000',
  };
  return { simulator, at: { cwd: aFolder(), variables } };
}

function start(args: readonly string[], at: Parameters<typeof aProcess>[1]): ChildProcess {
  return aProcess(args, at);
}

function heldLeases(folder: string): number {
  if (!existsSync(join(folder, 'clarity.db'))) return 0;
  const db = new SqliteDatabase(join(folder, 'clarity.db'), { readonly: true });
  try {
    return Number(db.prepare('SELECT COUNT(*) FROM project_leases').pluck().get());
  } finally {
    db.close();
  }
}

function expectWhole(folder: string): void {
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder, mustExist: true });
  onTestFinished(() => db.close());
  expect(rows(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(rows(db, "SELECT id FROM api_calls WHERE state = 'reserved'")).toEqual([]);
  expect(heldLeases(folder)).toBe(0);
}

describe.each(signals)('%s', (signal) => {
  it.each([
    ['while Clarity does not answer', 'Calling Clarity', { type: 'stall' }],
    ['between two tries', 'Retrying', { type: 'status', status: 500 }],
  ] as const)('ends a collection %s, and the next one completes it', async (_what, sign, fault) => {
    const { simulator, at } = await aPlace();
    let isHealed = false;
    simulator.fault(fault, () => !isHealed);
    const child = start(['collect'], at);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += String(chunk)));
    await vi.waitFor(() => {
      expect(simulator.requests.length).toBe(1);
      expect(said).toContain(sign);
    }, patiently);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    isHealed = true;
    expect((await ended(start(['collect'], at))).exitCode).toBe(0);
    expectWhole(at.cwd);
  });
});

describe('SIGTERM', () => {
  it('ends a large import, of which nothing is left, and the next one takes it all', async () => {
    const { at } = await aPlace();
    const count = 60_000;
    const records = [...generateSessionRecords({ seed: 1, count, days: 5, pages: 40 })];
    const lines = records.map(({ record, collectedAt }) =>
      JSON.stringify({ ...record, CollectedAt: collectedAt }),
    );
    writeFileSync(join(at.cwd, 'records.jsonl'), lines.join('\n'));
    const child = start(['import', 'records.jsonl'], at);
    await vi.waitFor(() => expect(heldLeases(at.cwd)).toBe(1), patiently);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
    const sessions = () => {
      const db = openDatabase({ url: 'file:./clarity.db', cwd: at.cwd });
      onTestFinished(() => db.close());
      return rows(db, 'SELECT COUNT(*) AS n FROM sessions')[0]?.['n'];
    };
    expect(sessions()).toBe(0);
    expect((await ended(start(['import', 'records.jsonl'], at))).exitCode).toBe(0);
    expect(sessions()).toBe(count);
    expectWhole(at.cwd);
  });

  it('ends a call of doctor', async () => {
    const { simulator, at } = await aPlace();
    await ended(start(['status'], at));
    let isHealed = false;
    simulator.fault({ type: 'stall' }, () => !isHealed);
    const child = start(['doctor', '--live'], at);
    child.stdout?.resume();
    await vi.waitFor(() => expect(simulator.requests.length).toBe(1), patiently);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
    isHealed = true;
    expect((await ended(start(['collect'], at))).exitCode).toBe(0);
    expectWhole(at.cwd);
  });

  it.each([
    ['a backup', ['backup', 'copy.db'], '.partial'],
    ['a check of the database', ['doctor', '--integrity'], null],
    ['a question', ['query', 'pages', '--from', '2026-11-01', '--to', '2026-11-20'], null],
    ['a reparse', ['reparse'], null],
  ])('ends %s, whatever it computes, and the next one does it', async (_what, args, part) => {
    const folder = aFolder();
    largeFacts(aDatabase(folder));
    const at = { cwd: folder, variables: { CLARITY_PROJECT_ID: 'shop' } };
    const child = start(args, at);
    const isBusy = (): boolean =>
      part === null || readdirSync(folder).some((name) => name.endsWith(part));
    await vi.waitFor(() => expect(isBusy()).toBe(true), { timeout: 20_000, interval: 1 });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
    const again = await ended(start(args, at));
    // Doctor finds that no token is set.
    expect(again.exitCode).toBe(args[0] === 'doctor' ? 2 : 0);
    expectWhole(folder);
  });

  it('ends an export that nobody reads, and one into a file, which is then not there', async () => {
    const folder = aFolder();
    largeFacts(aDatabase(folder));
    const at = { cwd: folder, variables: {} };
    const unread = start(['export', 'facts'], at);
    await once(unread.stdout ?? unread, 'readable');
    unread.kill('SIGTERM');
    expect(await once(unread, 'exit')).toEqual([null, 'SIGTERM']);
    const toFile = start(['export', 'facts', '--out', 'facts.csv'], at);
    await vi.waitFor(
      () => expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(true),
      { timeout: 20_000, interval: 1 },
    );
    toFile.kill('SIGTERM');
    await once(toFile, 'exit');
    // It may have been done at the same moment.
    expect(existsSync(join(folder, 'facts.csv'))).toBe(toFile.signalCode === null);
    const again = await ended(start(['export', 'facts', '--out', 'facts.csv', '--force'], at));
    expect(again.exitCode).toBe(0);
  });
});
