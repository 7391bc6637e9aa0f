import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '@clarity-keep/simulator';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aCommandLine } from '../../support/a-command-line.ts';

/** Control characters but the line feed, and what turns the direction of text. */
const hostileCharacters = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

const now = new Date('2026-11-20T05:00:00Z');

async function aConnectedCommandLine(
  options: { hostile?: boolean; format?: 'sessions'; timeoutMs?: number } = {},
) {
  const { hostile = false, format = 'insights' } = options;
  const simulator = await startSimulator({
    now: () => now.getTime(),
    site: createSite({ seed: 7, sessionsPerDay: 150, hostile }),
    format,
  });
  onTestFinished(() => simulator.close());
  const commandLine = aCommandLine({
    CLARITY_API_URL: simulator.url,
    CLARITY_API_TOKEN: simulator.token,
    CLARITY_PROJECT_ID: simulator.projectId,
    CLARITY_TIMEOUT_MS: String(options.timeoutMs ?? 20_000),
  });
  return { simulator, commandLine };
}

describe('clarity-keep', () => {
  it('helps, with the commands and an example', async () => {
    const { exitCode, stdout } = await aCommandLine().run('--help');
    expect(exitCode).toBe(0);
    for (const word of ['collect', 'import', 'query', 'Examples']) expect(stdout).toContain(word);
  });

  it.each([
    [[], 'No command given'],
    [['colect'], 'Unknown'],
    [['collect', '--dayz', '1'], 'dayz'],
    [['collect', '--days', '7'], 'days'],
    [['collect', '--days'], 'days'],
    [['import'], '"clarity-keep import" needs <file>.'],
  ])('refuses %j with exit code 2 and points to the help', async (argv, problem) => {
    const { exitCode, stdout, stderr } = await aCommandLine().run(...argv);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(problem);
    expect(stderr).toContain('--help');
  });
});

describe('clarity-keep collect', () => {
  it('says what it did, and as JSON what the contract says', async () => {
    const { simulator, commandLine } = await aConnectedCommandLine();
    const text = await commandLine.run('collect');
    expect(text.exitCode).toBe(0);
    expect(text.stderr.split('\n')).toEqual([
      'Calling Clarity for the last 24 hours ...',
      'Calling Clarity for the last 24 hours by URL x Device ...',
      'Calling Clarity for the last 24 hours by Device x Source x Medium ...',
      ...['', ' by URL x Device', ' by Device x Source x Medium'].flatMap((by) => [
        `Calling Clarity for the last 48 hours${by}, to fill 2026-11-18 ...`,
        `Calling Clarity for the last 72 hours${by}, to fill 2026-11-17 ...`,
      ]),
      '',
    ]);
    expect(text.stdout).toMatch(/Day facts: \d+ new, 0 replaced, 0 unchanged\./);
    expect(text.stdout).toContain('Quota: 9 of 10 calls in the last 24 hours.');

    const again = await commandLine.run('collect', '--json');
    expect(JSON.parse(again.stdout)).toEqual({
      projects: [
        {
          project: simulator.projectId,
          format: 'insights',
          calls: [],
          facts: { inserted: 0, replaced: 0, unchanged: 0 },
          sessions: { inserted: 0, duplicates: 0, rejected: 0 },
          quota: { used: 9, limit: 10 },
          warnings: [],
          error: null,
        },
      ],
    });
  });

  it('says when there is nothing to ask', async () => {
    const { simulator, commandLine } = await aConnectedCommandLine();
    await commandLine.run('collect');
    const { exitCode, stdout, stderr } = await commandLine.run('collect');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        `${simulator.projectId}: nothing to collect, everything is up to date.`,
        'Day facts: 0 new, 0 replaced, 0 unchanged.',
        'Quota: 9 of 10 calls in the last 24 hours.',
        '',
      ].join('\n'),
    );
  });

  it('shows the plan with --dry-run, and neither asks nor makes a database', async () => {
    const { simulator, commandLine } = await aConnectedCommandLine();
    const { exitCode, stdout } = await commandLine.run('collect', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${simulator.projectId}: 9 calls.`);
    expect(stdout).toContain(
      'Quota: 0 of 10 calls in the last 24 hours, 9 planned, 1 left, in reserve.',
    );
    expect(simulator.requests).toEqual([]);
    expect(existsSync(join(commandLine.folder, 'clarity.db'))).toBe(false);
  });

  it('says that it tries once more, and shows both tries', async () => {
    const { simulator, commandLine } = await aConnectedCommandLine();
    simulator.fault({ type: 'status', status: 500 });
    const { exitCode, stdout, stderr } = await commandLine.run('collect');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Retrying in 5 seconds.');
    expect(stdout).toMatch(/^the last 24 hours +failed +500 +-$/m);
    expect(stdout).toMatch(/^the last 24 hours +answered +200 +\d+$/m);
  });

  it.each<[Fault, number, string]>([
    [{ type: 'status', status: 401 }, 3, 'Make a new one in Clarity'],
    [{ type: 'status', status: 403 }, 3, 'Make a new one in Clarity'],
    [{ type: 'status', status: 404 }, 5, 'Check CLARITY_API_URL'],
    [{ type: 'status', status: 429 }, 4, 'It answers ten in any 24 hours'],
    [{ type: 'status', status: 500 }, 5, 'Run again later'],
    [{ type: 'stall' }, 5, 'CLARITY_TIMEOUT_MS'],
    [{ type: 'break-off' }, 5, 'run again'],
    [{ type: 'html' }, 6, 'The raw response is stored'],
    [{ type: 'empty-body' }, 6, 'it is empty'],
    [{ type: 'empty-array' }, 6, 'an empty list'],
    [{ type: 'unknown-object' }, 6, 'update Clarity Keep'],
  ])('ends after %j with exit code %i and says what to do', async (fault, code, advice) => {
    const timeoutMs = fault.type === 'stall' ? 300 : 20_000;
    const { simulator, commandLine } = await aConnectedCommandLine({ timeoutMs });
    simulator.fault(fault, 'always');
    const run = await commandLine.run('collect', '--json');
    expect(run.exitCode).toBe(code);
    expect(run.stderr).toContain(advice);
    expect(JSON.parse(run.stdout)).toMatchObject({
      projects: [{ error: { message: expect.any(String) as string } }],
    });
    expect(run.stdout + run.stderr).not.toContain(simulator.token);
  });

  it('does not repeat the token when the answer does', async () => {
    const { simulator, commandLine } = await aConnectedCommandLine();
    simulator.fault({ type: 'body', body: JSON.stringify({ echo: simulator.token }) }, 'always');
    const run = await commandLine.run('collect', '--json');
    expect(run.exitCode).toBe(6);
    expect(run.stderr).toContain('[token]');
    expect(run.stdout + run.stderr).not.toContain(simulator.token.slice(0, 12));
  });

  it('lists all that is wrong with the settings, without their values', async () => {
    const { exitCode, stderr } = await aCommandLine({
      CLARITY_API_URL: 'http://clarity.example/secret-path',
      CLARITY_TIMEOUT_MS: 'soon',
      CLARITY_TIME_ZONE: 'Mars/Olympus',
    }).run('collect');
    expect(exitCode).toBe(2);
    for (const name of ['CLARITY_API_URL', 'CLARITY_TIMEOUT_MS', 'CLARITY_TIME_ZONE']) {
      expect(stderr).toContain(`  ${name} must be `);
    }
    expect(stderr).not.toContain('secret-path');
  });

  it('says where to find what is not set', async () => {
    const { stderr } = await aCommandLine().run('collect');
    expect(stderr).toContain('CLARITY_PROJECT_ID is not set');
    const withProject = await aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' }).run('collect');
    expect(withProject.exitCode).toBe(2);
    expect(withProject.stderr).toContain('CLARITY_API_TOKEN is not set');
  });

  it('refuses a token that was pasted with something in between, without showing it', async () => {
    const { exitCode, stderr } = await aCommandLine({
      CLARITY_PROJECT_ID: 'wxb0r23ozh',
      CLARITY_API_TOKEN: 'eyJ.first\nsecond',
    }).run('collect');
    expect(exitCode).toBe(2);
    expect(stderr).not.toContain('second');
  });

  it('reads .env in the working directory', async () => {
    const { simulator } = await aConnectedCommandLine();
    const commandLine = aCommandLine();
    writeFileSync(
      join(commandLine.folder, '.env'),
      `CLARITY_API_URL=${simulator.url}\nCLARITY_API_TOKEN=" ${simulator.token} "\nCLARITY_PROJECT_ID=wxb0r23ozh\n`,
    );
    expect((await commandLine.run('collect')).exitCode).toBe(0);
  });
});

describe('what visitors typed', () => {
  it('comes out harmless in tables, and whole in JSON', async () => {
    const { commandLine } = await aConnectedCommandLine({ hostile: true });
    const collected = await commandLine.run('collect');
    const table = await commandLine.run('query', 'pages', '--min-sessions', '1', '--limit', '100');
    expect(table.exitCode).toBe(0);
    for (const text of [collected.stdout, collected.stderr, table.stdout, table.stderr]) {
      expect(text).not.toMatch(hostileCharacters);
    }
    const json = await commandLine.run(
      'query',
      'pages',
      '--min-sessions',
      '1',
      '--limit',
      '100',
      '--json',
    );
    expect(json.stdout).toContain('script');
    expect(json.stdout).not.toMatch(hostileCharacters);
  });
});

describe('clarity-keep query', () => {
  it('says that there is nothing yet, and makes no file', async () => {
    const { exitCode, stderr } = await aCommandLine().run('query', 'pages');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Run "clarity-keep collect" first');
  });

  it.each(['pages', 'devices', 'referrers', 'sources', 'trend', 'coverage'])(
    '%s answers with project, window, coverage and rows',
    async (question) => {
      const { simulator, commandLine } = await aConnectedCommandLine();
      await commandLine.run('collect');
      const { exitCode, stdout } = await commandLine.run('query', question, '--json');
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        project: simulator.projectId,
        window: { from: '2026-11-13', to: '2026-11-19', days: 7, timeZone: 'UTC' },
        coverage: {
          complete: ['2026-11-19'],
          estimated: ['2026-11-17', '2026-11-18'],
          missing: ['2026-11-13', '2026-11-14', '2026-11-15', '2026-11-16'],
        },
        rows: expect.arrayContaining([expect.any(Object)]) as object[],
      });
    },
  );

  it('says so where Clarity names no page', async () => {
    const commandLine = aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' });
    const record = { SessionId: 'a', PageUrl: '' };
    writeFileSync(join(commandLine.folder, 'records.json'), JSON.stringify([record]));
    await commandLine.run('import', 'records.json', '--at', '2026-11-19T20:00:00Z');
    const { stdout } = await commandLine.run('query', 'pages');
    expect(stdout).toMatch(/^\(none\) +1 /m);
  });

  it.each(['-1', 'abc', '721'])('refuses to wait for %s minutes', async (wait) => {
    const { exitCode, stderr } = await aCommandLine().run('collect', '--wait', wait);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('--wait must be a number of minutes from 0 to 720.'),
    ]);
  });

  it('refuses days that are none with exit code 2', async () => {
    const { commandLine } = await aConnectedCommandLine();
    await commandLine.run('collect');
    const { exitCode, stderr } = await commandLine.run('query', 'trend', '--from', 'monday');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('from must be a day such as 2026-11-16, not "monday".');
  });
});

describe('clarity-keep import', () => {
  it('does not repeat the token when the file does', async () => {
    const token = 'eyJhbGciOiJSUzI1NiJ9.secret.signature';
    const commandLine = aCommandLine({
      CLARITY_PROJECT_ID: 'wxb0r23ozh',
      CLARITY_API_TOKEN: token,
    });
    const path = join(commandLine.folder, 'echo.html');
    writeFileSync(path, `<p>${token}</p>`);
    const { exitCode, stdout, stderr } = await commandLine.run('import', path);
    expect(exitCode).toBe(6);
    expect(stdout + stderr).not.toContain('eyJhbG');
  });

  it('says what became of the records, and as JSON what the contract says', async () => {
    const commandLine = aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' });
    const path = join(commandLine.folder, 'records.json');
    writeFileSync(path, JSON.stringify([{ SessionId: 'a', PageUrl: '/a' }, { PageUrl: '/b' }]));
    const text = await commandLine.run('import', path, '--at', '2026-11-19T20:00:00Z');
    expect(text).toMatchObject({ exitCode: 0, stderr: '' });
    expect(text.stdout).toContain('2 read: 1 inserted, 0 already known, 1 rejected.');
    expect(text.stdout).toContain('record 2: no SessionId');
    const json = await commandLine.run('import', path, '--at', '2026-11-19T20:00:00Z', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      read: 2,
      inserted: 0,
      duplicates: 1,
      rejected: 1,
      reasons: ['record 2: no SessionId'],
    });
  });

  it('finds the file from its working directory', async () => {
    const commandLine = aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' });
    const record = { SessionId: 'a', PageUrl: '/a' };
    writeFileSync(join(commandLine.folder, 'records.json'), JSON.stringify([record]));
    const { exitCode, stdout } = await commandLine.run('import', 'records.json');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('1 read: 1 inserted')]);
  });

  it.each([
    [['absent.json'], 2, 'does not exist'],
    [['absent.json', '--at', 'noon'], 2, '--at must be a date and time'],
  ])('refuses %j', async (argv, code, problem) => {
    const { exitCode, stderr } = await aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' }).run(
      'import',
      ...argv,
    );
    expect(exitCode).toBe(code);
    expect(stderr).toContain(problem);
  });
});
