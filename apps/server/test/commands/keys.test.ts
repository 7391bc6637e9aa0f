import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findApiKey, openDatabase } from '@clarity-keep/db';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../support/a-command-line.ts';
import { aDirectory, aFilledDatabase } from '../support/kept.ts';

/** Where the shop is kept. */
function aShop(): string {
  return dirname(aFilledDatabase().path);
}

function opened(cwd: string) {
  const db = openDatabase({ url: 'file:./clarity.db', cwd });
  onTestFinished(() => db.close());
  return db;
}

describe('keys create', () => {
  it('prints the key alone on stdout, and what it is for on stderr', async () => {
    const cwd = aDirectory();
    const { exitCode, stdout, stderr } = await run(['keys', 'create', '--name', 'grafana'], {
      cwd,
    });
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringMatching(/^ck_[0-9A-Za-z]{49}\n$/) as string,
    ]);
    expect(stderr).toBe(
      'Key "grafana" for all projects, no expiry date. It is shown only this once: store it where you store passwords.\n',
    );
    expect(findApiKey(opened(cwd), stdout.trim())).toMatchObject({ name: 'grafana' });
  });

  it('takes projects by id or by name, and an end', async () => {
    const cwd = aShop();
    writeFileSync(
      join(cwd, 'clarity-keep.json'),
      '{ "projects": [{ "id": "new0new0", "name": "To come" }] }',
    );
    const argv = ['keys', 'create', '--name', 'acme', '--expires', '90d', '--json'];
    const projects = ['--project', 'Shop', '--project', 'To come', '--project', 'wxb0r23ozh'];
    const { stdout, stderr } = await run([...argv, ...projects], { cwd });
    expect(JSON.parse(stdout)).toEqual({
      name: 'acme',
      key: expect.stringMatching(/^ck_/) as string,
      projects: ['wxb0r23ozh', 'new0new0'],
      expiresAt: '2027-02-21T06:00:00.000Z',
    });
    expect(stderr).toContain('for wxb0r23ozh and new0new0, valid until 2027-02-21 06:00 UTC.');
  });

  it.each([
    ['--project', 'Shop', '--project', 'blog'],
    ['--project', 'Shop', 'blog'],
    ['--project=Shop', '--project=blog'],
  ])('takes several projects: %s %s %s', async (...projects) => {
    const cwd = aShop();
    opened(cwd).sql.exec(
      "INSERT INTO projects (id, name, created_at) VALUES ('blog', 'Blog', '2026-11-01T08:00:00Z')",
    );
    opened(cwd).sql.exec('DELETE FROM day_coverage');
    const argv = ['keys', 'create', '--name', 'x', '--name', 'acme', ...projects, '--json'];
    const { stdout } = await run(argv, { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ name: 'acme', projects: ['wxb0r23ozh', 'blog'] });
  });

  it('lets a key be good through its last day', async () => {
    const argv = ['keys', 'create', '--name', 'acme', '--expires', '2026-11-23', '--json'];
    expect(JSON.parse((await run(argv)).stdout)).toMatchObject({
      expiresAt: '2026-11-24T00:00:00.000Z',
    });
  });

  it.each([
    [['--expires', '2026-11-22'], '--expires "2026-11-22" is not in the future'],
    [['--expires', '0d'], '--expires "0d" is not in the future'],
    [['--expires', 'soon'], 'Invalid --expires "soon". Use a time such as 90d'],
    [['--expires', '2026-02-30'], 'Invalid --expires "2026-02-30".'],
    [['--name', ''], 'Invalid --name "". Use up to 64 letters'],
    [['--name', 'a\nb'], 'Use up to 64 letters'],
    [['--name', 'x'.repeat(65)], 'Use up to 64 letters'],
    [['--project', 'wxb0r23ozj'], 'Unknown project "wxb0r23ozj". Did you mean wxb0r23ozh (Shop)?'],
    [['--project', '*'], 'Unknown project "*". Known projects: wxb0r23ozh (Shop).'],
    [['--project', ''], 'Unknown project "". Known projects: wxb0r23ozh (Shop).'],
    [['--project'], '--project needs a value.'],
    [['--project='], '--project needs a value.'],
    [['--project', '--json'], '--project needs a value.'],
    [['--project', 'Shop', '--project'], '--project needs a value.'],
    [['--no-project'], 'Unknown option --no-project.'],
    [['--project.x', 'Shop'], 'Unknown option --project.x.'],
    [['--no-expires'], 'Unknown option --no-expires.'],
    [['--project', 'wxb0r23ozh', '--project', 'nope'], 'Unknown project "nope".'],
  ])('refuses %j, and makes no key', async (argv, problem) => {
    const cwd = aShop();
    const named = argv.includes('--name') ? argv : ['--name', 'acme', ...argv];
    const { exitCode, stdout, stderr } = await run(['keys', 'create', ...named], { cwd });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(problem);
    expect((await run(['keys', 'list'], { cwd })).stdout).toContain('No keys yet.');
  });

  it('takes no name twice', async () => {
    const cwd = aDirectory();
    await run(['keys', 'create', '--name', 'acme'], { cwd });
    const { exitCode, stdout, stderr } = await run(['keys', 'create', '--name', 'acme'], { cwd });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'There is already a key named "acme", perhaps a revoked one. Choose another name',
    );
  });
});

describe('keys list', () => {
  it('shows states and times, and never a key', async () => {
    const cwd = aShop();
    const db = opened(cwd);
    const keys: string[] = [];
    for (const argv of [['a'], ['b', '--project', 'Shop', '--expires', '90d'], ['c'], ['d']]) {
      keys.push((await run(['keys', 'create', '--name', ...argv], { cwd })).stdout.trim());
    }
    await run(['keys', 'revoke', 'c'], { cwd });
    db.sql.exec(`
      UPDATE api_keys SET last_used_at = '2026-11-22T23:59:00.000Z' WHERE name = 'a';
      UPDATE api_keys SET expires_at = '2026-11-23T05:00:00.000Z' WHERE name = 'd';
    `);
    const { stdout } = await run(['keys', 'list'], { cwd });
    expect(stdout).toBe(
      `name  state               projects    created     expires (UTC)     last used (UTC)
────  ──────────────────  ──────────  ──────────  ────────────────  ────────────────
a     active              all         2026-11-23  never             2026-11-22 23:59
b     active              wxb0r23ozh  2026-11-23  2027-02-21 06:00  never
c     revoked 2026-11-23  all         2026-11-23  never             never
d     expired             all         2026-11-23  2026-11-23 05:00  never
`,
    );
    const json = (await run(['keys', 'list', '--json'], { cwd })).stdout;
    expect(JSON.parse(json)).toMatchObject({
      keys: [
        { name: 'a', state: 'active', projects: null, lastUsedAt: '2026-11-22T23:59:00.000Z' },
        {
          name: 'b',
          state: 'active',
          projects: ['wxb0r23ozh'],
          expiresAt: '2027-02-21T06:00:00.000Z',
        },
        { name: 'c', state: 'revoked', revokedAt: '2026-11-23T06:00:00.000Z' },
        { name: 'd', state: 'expired', revokedAt: null },
      ],
    });
    for (const key of keys) expect(stdout + json).not.toContain(key.slice(3, 20));
    expect(json).not.toMatch(/sha|hash|"id"/i);
  });

  it('says what to do without a database', async () => {
    const { exitCode, stderr } = await run(['keys', 'list']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no database');
  });
});

describe('keys revoke', () => {
  it('says since when, also a second time', async () => {
    const cwd = aDirectory();
    await run(['keys', 'create', '--name', 'acme'], { cwd });
    const first = await run(['keys', 'revoke', 'acme'], { cwd });
    expect(first).toEqual({
      exitCode: 0,
      stdout: 'Key "acme" was revoked at 2026-11-23 06:00 UTC and no longer works.\n',
      stderr: '',
    });
    const json = (await run(['keys', 'revoke', 'acme', '--json'], { cwd })).stdout;
    expect(JSON.parse(json)).toEqual({ name: 'acme', revokedAt: '2026-11-23T06:00:00.000Z' });
  });

  it('knows no key of another name', async () => {
    const cwd = aDirectory();
    await run(['keys', 'create', '--name', 'dashboard'], { cwd });
    const { exitCode, stderr } = await run(['keys', 'revoke', 'dashbord'], { cwd });
    expect([exitCode, stderr]).toEqual([2, 'Unknown key "dashbord". Did you mean "dashboard"?\n']);
  });
});

describe('keys', () => {
  it.each([
    [['keys'], 'Add a command after keys: create, list or revoke.'],
    [['keys', 'crate'], 'Did you mean create?'],
    [['keys', 'create'], 'name'],
    [['keys', 'revoke'], '"clarity-keep-server keys revoke" needs <name>.'],
  ])('refuses %j', async (argv, problem) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(problem);
    expect(stderr).toContain('--help');
  });

  it.each([[[]], [['create']], [['list']], [['revoke']]])(
    'has examples: %j',
    async (verb: string[]) => {
      const { exitCode, stdout } = await run(['keys', ...verb, '--help']);
      expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Examples:') as string]);
    },
  );
});
