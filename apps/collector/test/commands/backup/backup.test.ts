import { existsSync, readdirSync, rmSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupText } from '../../../src/commands/backup/text.ts';
import { aCommandLine } from '../../support/a-command-line.ts';

async function anImportedDatabase() {
  const commandLine = aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' });
  const records = ['a', 'b', 'c'].map((id) => ({ SessionId: id, PageUrl: '/checkout' }));
  writeFileSync(join(commandLine.folder, 'records.json'), JSON.stringify(records));
  await commandLine.run('import', 'records.json', '--at', '2026-11-19T20:00:00Z');
  return commandLine;
}

describe('clarity-keep backup', () => {
  it('copies into a file of its working directory, which can be restored as it says', async () => {
    const { folder, run } = await anImportedDatabase();
    const asked = ['query', 'pages', '--min-sessions', '1', '--json'];
    const before = await run(...asked);
    const { exitCode, stdout, stderr } = await run('backup', 'copy.db');
    expect([exitCode, stderr]).toEqual([0, '']);
    const database = join(folder, 'clarity.db');
    expect(stdout).toMatch(/copy\.db: [\d.]+ kB, \d+ rows in \d+ tables, checked/);
    expect(stdout).toContain(`  rm -f ${database}-wal ${database}-shm\n`);
    expect(stdout).toContain(`  cp ${join(folder, 'copy.db')} ${database}\n`);

    for (const suffix of ['', '-wal', '-shm']) rmSync(`${database}${suffix}`, { force: true });
    copyFileSync(join(folder, 'copy.db'), database);
    expect(await run(...asked)).toEqual(before);
  });

  it('prints as JSON what it made', async () => {
    const { folder, run } = await anImportedDatabase();
    const { stdout } = await run('backup', 'copy.db', '--json');
    expect(JSON.parse(stdout)).toEqual({
      database: join(folder, 'clarity.db'),
      path: join(folder, 'copy.db'),
      bytes: expect.any(Number) as number,
      tables: expect.any(Number) as number,
      rows: expect.any(Number) as number,
      writtenMeanwhile: false,
      durationMs: 0,
    });
  });

  it.each([
    ['clarity.db', 'belongs to the database itself'],
    ['./clarity.db-wal', 'belongs to the database itself'],
    ['records.json', 'a backup never overwrites a file'],
    ['absent/copy.db', 'Create it first'],
  ])('refuses %j with exit code 2, and leaves nothing', async (file, problem) => {
    const { folder, run } = await anImportedDatabase();
    const files = readdirSync(folder);
    const { exitCode, stdout, stderr } = await run('backup', file);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(problem);
    expect(readdirSync(folder)).toEqual(files);
  });

  it('makes no database', async () => {
    const { folder, run } = aCommandLine();
    const { exitCode, stderr } = await run('backup', 'copy.db');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no database');
    expect(existsSync(join(folder, 'clarity.db'))).toBe(false);
  });

  it('quotes paths as a shell takes them, and says that others wrote meanwhile', () => {
    const text = backupText({
      database: "/srv/anna's shop/clarity.db",
      path: '/mnt/copy.db',
      bytes: 2_500_000,
      tables: 3,
      rows: 1234,
      writtenMeanwhile: true,
      durationMs: 1500,
    });
    expect(text).toContain('/mnt/copy.db: 2.5 MB, 1,234 rows in 3 tables, checked, in 1.5 s.');
    expect(text).toContain('Another program was writing; the copy shows one moment');
    expect(text).toContain(String.raw`cp /mnt/copy.db '/srv/anna'\''s shop/clarity.db'`);
  });
});
