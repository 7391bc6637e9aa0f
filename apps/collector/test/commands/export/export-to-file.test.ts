import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { jsonlFormat } from '../../../src/commands/export/jsonl-format.ts';
import type { ExportRow } from '../../../src/commands/export/row-format.ts';
import { exportToFile } from '../../../src/commands/export/export-to-file.ts';
import { aFolder } from '../../support/a-database.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = aFolder();
  path = join(folder, 'facts.jsonl');
  writeFileSync(join(folder, 'clarity.db'), 'SQLite');
});

function write(rows: Iterable<ExportRow>, { force = false, to = path } = {}) {
  return exportToFile(
    { table: { columns: ['page'], rows }, format: jsonlFormat, onProgress: () => undefined },
    { path: to, force, database: join(folder, 'clarity.db') },
  );
}

/** What lies in the folder beside the database. */
function files(): string[] {
  return readdirSync(folder).filter((name) => name !== 'clarity.db');
}

describe('an export to a file', () => {
  it('is there under its name when it is whole, and not before', async () => {
    const seen: string[][] = [];
    function* rows() {
      yield { page: 'é' };
      seen.push(files());
      yield { page: '/b' };
    }
    expect(await write(rows())).toEqual({ rows: 2, bytes: 28 });
    expect(seen).toEqual([[expect.stringMatching(/^facts\.jsonl\.[0-9a-f]{8}\.part$/)]]);
    expect(files()).toEqual(['facts.jsonl']);
    expect(readFileSync(path, 'utf8')).toBe('{"page":"é"}\n{"page":"/b"}\n');
  });

  it.skipIf(process.platform === 'win32')('is for its owner alone', async () => {
    writeFileSync(path, 'yesterday', { mode: 0o644 });
    await write([{ page: '/a' }], { force: true });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves what was there, and nothing else, when it fails', async () => {
    writeFileSync(path, 'yesterday');
    function* rows() {
      yield { page: '/a' };
      throw new Error('database disk image is malformed');
    }
    await expect(write(rows(), { force: true })).rejects.toThrow('malformed');
    expect(files()).toEqual(['facts.jsonl']);
    expect(readFileSync(path, 'utf8')).toBe('yesterday');
  });

  it('leaves no half file under its name when it is killed', async () => {
    const script = `
      import { exportToFile } from ${JSON.stringify(join(import.meta.dirname, '../../../src/commands/export/export-to-file.ts'))};
      import { jsonlFormat } from ${JSON.stringify(join(import.meta.dirname, '../../../src/commands/export/jsonl-format.ts'))};
      function* rows() {
        for (let row = 0; row < 100_000; row += 1) yield { page: 'https://shop.example/' + row };
        process.kill(process.pid, 'SIGKILL');
      }
      await exportToFile(
        { table: { columns: ['page'], rows: rows() }, format: jsonlFormat, onProgress: () => undefined },
        { path: ${JSON.stringify(path)}, force: true, database: ${JSON.stringify(join(folder, 'clarity.db'))} },
      );`;
    writeFileSync(path, 'yesterday');
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script]);
    onTestFinished(() => void child.kill('SIGKILL'));
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    expect(files()).toEqual(['facts.jsonl', expect.stringMatching(/\.part$/)]);
    expect(readFileSync(path, 'utf8')).toBe('yesterday');
  });
});

describe('a file that is there', () => {
  it('is kept unless told otherwise', async () => {
    writeFileSync(path, 'yesterday');
    await expect(write([])).rejects.toThrow(`${path} already exists`);
    expect(readFileSync(path, 'utf8')).toBe('yesterday');
    await write([{ page: '/a' }], { force: true });
    expect(readFileSync(path, 'utf8')).toBe('{"page":"/a"}\n');
  });

  it('is kept though it came while the export ran', async () => {
    function* rows() {
      yield { page: '/a' };
      writeFileSync(path, 'of another');
    }
    await expect(write(rows())).rejects.toThrow(`${path} already exists`);
    expect(files()).toEqual(['facts.jsonl']);
    expect(readFileSync(path, 'utf8')).toBe('of another');
  });

  it('is replaced where it lies, when its name is a link', async () => {
    const link = join(folder, 'latest.jsonl');
    writeFileSync(path, 'yesterday');
    symlinkSync('facts.jsonl', link);
    await write([{ page: '/a' }], { force: true, to: link });
    expect(readFileSync(path, 'utf8')).toBe('{"page":"/a"}\n');
    expect(files()).toEqual(['facts.jsonl', 'latest.jsonl']);
  });

  it.each(['clarity.db', 'clarity.db-wal'])('is never replaced when it is %s', async (name) => {
    writeFileSync(join(folder, name), 'SQLite');
    const writing = write([], { force: true, to: join(folder, name) });
    await expect(writing).rejects.toThrow('is the database itself');
    expect(readFileSync(join(folder, name), 'utf8')).toBe('SQLite');
  });
});

it.each([
  ['a folder', '.', /--out must be a file, but .* is not one/],
  ['a device', '/dev/null', /--out must be a file, but \/dev\/null/],
  ['in no folder', 'absent/facts.csv', /^The folder .*absent does not exist\.$/],
  ['below a file', 'clarity.db/facts.csv', /Cannot write .*facts\.csv: not a directory\./],
])('refuses %s', async (_what, name, problem) => {
  const to = name.startsWith('/') ? name : join(folder, name);
  const writing = write([], { force: true, to });
  await expect(writing).rejects.toThrow(problem);
  await expect(writing).rejects.toHaveProperty('name', 'UsageError');
  expect(files()).toEqual([]);
});
