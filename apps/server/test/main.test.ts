import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { loadProject } from '@clarity-keep/db';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '../src/run-cli.ts';
import { aDirectory, aFilledDatabase } from './kept.ts';

describe('clarity-keep-server', () => {
  it('takes over the names of clarity-keep.json when it starts', async () => {
    const db = aFilledDatabase();
    const cwd = dirname(db.path);
    const project = { id: 'wxb0r23ozh', name: 'Store', weights: { rageClicks: 4 } };
    writeFileSync(join(cwd, 'clarity-keep.json'), JSON.stringify({ projects: [project] }));
    expect((await run(['--port', '0'], { cwd, stopped: true })).exitCode).toBe(0);
    expect(loadProject(db, 'wxb0r23ozh')).toMatchObject({
      name: 'Store',
      signalWeights: { rageClicks: 4 },
    });
  });

  it('does not start with a clarity-keep.json that is wrong', async () => {
    const cwd = aDirectory();
    writeFileSync(join(cwd, 'clarity-keep.json'), '{ "projects": [] }');
    const { exitCode, stdout, stderr } = await run(['--port', '0'], { cwd, stopped: true });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('projects: Expected at least one project.');
  });

  it('prints its options', async () => {
    const { exitCode, stdout } = await run(['--help']);
    expect(exitCode).toBe(0);
    for (const word of ['clarity-keep-server', '--port', '--host', 'PORT', '.env']) {
      expect(stdout).toContain(word);
    }
  });

  it('serves until it is told to stop', async () => {
    const cwd = aDirectory();
    writeFileSync(join(cwd, '.env'), 'PORT=0\nDATABASE_URL=file:./kept.db\n');
    const { exitCode, stdout, stderr } = await run([], { cwd, stopped: true });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^clarity-keep-server listens on http:\/\/127\.0\.0\.1:\d+, database .*kept\.db\n$/,
    );
    expect(stderr).not.toContain('Warning');
  });

  it('warns that whoever can reach it can read it', async () => {
    const { stderr } = await run(['--host', '0.0.0.0', '--port', '0'], { stopped: true });
    expect(stderr).toContain('Warning: HOST is 0.0.0.0');
    expect(stderr).toContain('no authentication');
  });

  it('lists everything that is wrong with the settings', async () => {
    const { exitCode, stderr } = await run([], {
      variables: { PORT: '70000', DATABASE_URL: 'postgres://user:secret@db', HOST: '' },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('PORT: Expected a port from 0 to 65535');
    expect(stderr).toContain('DATABASE_URL: Expected a URL that starts with "file:"');
    expect(stderr).not.toContain('secret');
  });

  it('says what to do when the port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    // A TCP server that listens has an address and a port.
    const { port } = taken.address() as AddressInfo;
    const { exitCode, stderr } = await run(['--port', String(port)]);
    expect([exitCode, stderr]).toEqual([
      2,
      `Cannot listen on 127.0.0.1 port ${port}: the port is in use. Choose another one with --port or PORT, or stop what listens there.\n`,
    ]);
  });

  it.each([[['--prot', '1']], [['serve']]])('refuses %j', async (argv) => {
    const { exitCode, stderr } = await run(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Run clarity-keep-server --help');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s', async (signal) => {
    const main = join(import.meta.dirname, '../src/main.ts');
    const child = spawn(process.execPath, [main, '--port', '0'], {
      cwd: aDirectory(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

interface RunOptions {
  cwd?: string;
  variables?: Record<string, string>;
  stopped?: boolean;
}

async function run(
  argv: string[],
  { cwd = aDirectory(), variables = {}, stopped = false }: RunOptions = {},
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCli(argv, {
    variables,
    cwd,
    now: () => new Date('2026-11-23T06:00:00Z'),
    openStdin: () => Readable.from([]),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    stop: stopped ? AbortSignal.abort() : new AbortController().signal,
  });
  return { exitCode, stdout, stderr };
}
