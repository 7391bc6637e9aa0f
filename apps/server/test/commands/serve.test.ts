import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { loadProject } from '@clarity-keep/db';
import { programs } from '@clarity-keep/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../support/a-command-line.ts';
import { aDirectory, aFilledDatabase } from '../support/kept.ts';

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
    expect(stderr).toContain('projects must name at least one project.');
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

  it.each(['0.0.0.0', '::', '192.0.2.1', 'example.com'])(
    'does not start open to others: --host %s',
    async (host) => {
      const { exitCode, stdout, stderr } = await run(['--host', host, '--port', '0']);
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toBe(
        `On ${host}, anyone who can reach this machine could read everything, and there is no valid API key. ` +
          'Create one with "clarity-keep-server keys create --name NAME", or listen on 127.0.0.1 only.\n',
      );
    },
  );

  it('starts open to others once there is a key, until it has ended', async () => {
    const cwd = aDirectory();
    const open = ['--host', '0.0.0.0', '--port', '0'];
    await run(['keys', 'create', '--name', 'dashboard'], { cwd });
    expect((await run(open, { cwd, stopped: true })).exitCode).toBe(0);
    await run(['keys', 'revoke', 'dashboard'], { cwd });
    expect((await run(open, { cwd, stopped: true })).exitCode).toBe(2);
  });

  it.each([
    { argv: ['--require-key'], variables: {} },
    { argv: [], variables: { REQUIRE_API_KEY: 'true' } },
    { argv: [], variables: { REQUIRE_API_KEY: '1' } },
  ])('wants a key on loopback when told to: %j', async ({ argv, variables }) => {
    const { exitCode, stderr } = await run([...argv, '--port', '0'], { variables, stopped: true });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('REQUIRE_API_KEY or --require-key asks for a key');
  });

  it('lets an option win over the variable', async () => {
    const options = { variables: { REQUIRE_API_KEY: 'true' }, stopped: true };
    expect((await run(['--no-require-key', '--port', '0'], options)).exitCode).toBe(0);
  });

  it('names the option that a wrong value was given by', async () => {
    const { exitCode, stderr } = await run(['--port', '99999'], { variables: { PORT: '1' } });
    expect(exitCode).toBe(2);
    expect(stderr).toBe('--port must be from 0 to 65535, not 99999.\n');
  });

  it('lists everything that is wrong with the settings', async () => {
    const { exitCode, stderr } = await run([], {
      variables: {
        PORT: '70000',
        DATABASE_URL: 'postgres://user:secret@db',
        HOST: '',
        REQUIRE_API_KEY: 'maybe',
        RATE_LIMIT: '-1',
        CORS_ORIGINS: 'https://good.example, *',
      },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('PORT must be from 0 to 65535, not 70000.');
    expect(stderr).toContain('DATABASE_URL must start with "file:"');
    expect(stderr).toContain('REQUIRE_API_KEY must be true or false.');
    expect(stderr).toContain('RATE_LIMIT must be a number of requests a minute');
    expect(stderr).toContain('CORS_ORIGINS must be origins separated by commas');
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
      `Cannot listen on 127.0.0.1 port ${port}: the port is in use. Choose another with --port or PORT, or stop the program that uses it.\n`,
    ]);
  });

  it.each([[['--prot', '1']], [['serve']]])('refuses %j', async (argv) => {
    const { exitCode, stderr } = await run(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('See clarity-keep-server --help');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s', async (signal) => {
    const main = programs.server;
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
