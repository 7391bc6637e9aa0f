import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@clarity-keep/db';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CheckResult } from '../../../src/commands/doctor/verdict.ts';
import type { CommandLine } from '../../support/a-command-line.ts';
import { aCommandLine } from '../../support/a-command-line.ts';
import { rows } from '../../support/a-database.ts';
import { aStrictMailServer } from '../../support/a-mail-server.ts';
import { aClarityToken, seconds } from '../../support/a-token.ts';

const now = new Date('2026-12-01T05:00:00Z');
const goodToken = aClarityToken({ exp: seconds('2030-01-01T00:00:00Z') });

async function aSetUp(variables: Record<string, string> = {}, { at = now } = {}) {
  const simulator = await startSimulator({
    now: () => at.getTime(),
    site: createSite({ seed: 7, sessionsPerDay: 60 }),
  });
  onTestFinished(() => simulator.close());
  const commandLine = aCommandLine(
    {
      CLARITY_API_URL: simulator.url,
      CLARITY_API_TOKEN: simulator.token,
      CLARITY_PROJECT_ID: simulator.projectId,
      ...variables,
    },
    { now: at },
  );
  return { simulator, commandLine };
}

function open({ folder }: CommandLine) {
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  onTestFinished(() => db.close());
  return db;
}

async function examined({ run }: CommandLine, ...argv: string[]) {
  const { exitCode, stdout, stderr } = await run('doctor', '--json', ...argv);
  const result = JSON.parse(stdout) as {
    checks: CheckResult[];
    problems: number;
    warnings: number;
    callsSpent: number;
  };
  const of = (name: string) => result.checks.filter((check) => check.name === name);
  return { exitCode, stdout, stderr, result, of };
}

describe('clarity-keep doctor', () => {
  it('finds no problem where all is well, and asks Clarity nothing', async () => {
    const { simulator, commandLine } = await aSetUp({ CLARITY_API_TOKEN: goodToken });
    await aSetUpDatabase(commandLine, simulator);
    const asked = simulator.requests.length;
    const { exitCode, result, stderr } = await examined(commandLine);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(result).toMatchObject({ problems: 0, warnings: 0, callsSpent: 0 });
    expect(result.checks.map(({ name }) => name)).toEqual([
      'node',
      'settings',
      'unknown-variables',
      'env-file-mode',
      'projects',
      'token',
      'database',
      'database-write',
      'write-ahead-log',
      'file-system',
      'disk-space',
      'clock',
      'time-zone',
      'schedule',
      'collection',
      'archive',
      'report-addresses',
      'report-settings',
      'mail-server',
    ]);
    for (const check of result.checks) {
      expect(Object.keys(check).toSorted()).toEqual(['message', 'name', 'remedy', 'state']);
    }
    expect(simulator.requests).toHaveLength(asked);
  });

  it('is a list with marks and remedies for people', async () => {
    const { exitCode, stdout } = await aCommandLine({ CLARITY_API_TOKN: 'x' }).run('doctor');
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^✓ {2}node +Node \d/m);
    expect(stdout).toMatch(/^✗ {2}projects +No project is configured\.$/m);
    expect(stdout).toMatch(/^ +→ Run "clarity-keep init", or set/m);
    expect(stdout).toMatch(/^! {2}unknown-variables .*CLARITY_API_TOKN \(CLARITY_API_TOKEN\?\)/m);
    expect(stdout).toMatch(
      /\n\n2 problems, 2 warnings\. No call to Clarity was made \(--live makes one\)\.\n$/,
    );
    expect(stdout).not.toContain('\u001b');
  });

  it('makes no database, and changes none of an older version', async () => {
    const { commandLine } = await aSetUp();
    const absent = await examined(commandLine);
    expect(absent.of('database')).toMatchObject([
      { state: 'warning', message: expect.stringContaining('does not exist yet') },
    ]);
    const db = open(commandLine);
    db.sql.exec(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%trusted_collection'`);
    const old = await examined(commandLine);
    expect(old.of('database')).toMatchObject([
      { state: 'warning', remedy: expect.stringContaining('backup') },
    ]);
    expect(old.of('archive')).toMatchObject([{ state: 'skipped' }]);
    expect(
      rows(db, `SELECT 1 FROM _prisma_migrations WHERE migration_name LIKE '%trusted_collection'`),
    ).toEqual([]);
  });

  it.each([
    [
      'no database',
      'not a database, but long enough to be read as one'.repeat(40),
      'can read and write',
    ],
    ['a folder', null, 'can read and write'],
  ])('says what to do about a database that is %s', async (_what, content, remedy) => {
    const { commandLine } = await aSetUp();
    const path = join(commandLine.folder, 'clarity.db');
    if (content === null) mkdirSync(path);
    else writeFileSync(path, content);
    const { exitCode, of } = await examined(commandLine);
    expect(exitCode).toBe(2);
    expect(of('database')).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining(remedy) },
    ]);
    expect(of('mail-server')).toHaveLength(1);
  });

  it('says where settings come from and never what they are', async () => {
    const { commandLine } = await aSetUp();
    const path = join(commandLine.folder, '.env');
    writeFileSync(
      path,
      'SMTP_URL=smtp://127.0.0.1:1\nREPORT_TO=anna@secret.example\nOTHER=1\n' +
        'REPORT_PING_URL=https://hc.example/secret.example\nWEBHOOK_URL=https://hc.example/\n',
    );
    chmodSync(path, 0o644);
    const { stdout, of } = await examined(commandLine);
    expect(of('settings')[0]?.message).toMatch(
      /\.env sets REPORT_PING_URL, REPORT_TO, SMTP_URL, WEBHOOK_URL\. The environment sets CLARITY_API_TOKEN, CLARITY_API_URL/,
    );
    expect(of('env-file-mode')).toMatchObject([{ state: 'warning', remedy: `chmod 600 ${path}` }]);
    expect(stdout).not.toContain('secret.example');
    chmodSync(path, 0o600);
    expect((await examined(commandLine)).of('env-file-mode')).toMatchObject([{ state: 'ok' }]);
  });

  it('lists every setting that is wrong, and goes on with the others', async () => {
    const { commandLine } = await aSetUp({
      CLARITY_TIMEOUT_MS: 'soon',
      CLARITY_TIME_ZONE: 'Mars/Olympus',
      DATABASE_URL: 'postgres://me:hidden@host/db',
    });
    const { exitCode, stdout, of } = await examined(commandLine);
    expect(exitCode).toBe(2);
    expect(of('settings')[0]?.message).toMatch(
      /DATABASE_URL must .*CLARITY_TIMEOUT_MS must .*CLARITY_TIME_ZONE must /,
    );
    expect(of('database')).toMatchObject([{ state: 'skipped' }]);
    expect(of('projects')).toMatchObject([{ state: 'ok' }]);
    expect(stdout).not.toContain('hidden');
  });

  it('says that .env cannot be read', async () => {
    const { commandLine } = await aSetUp();
    mkdirSync(join(commandLine.folder, '.env'));
    const { exitCode, of } = await examined(commandLine);
    expect(exitCode).toBe(2);
    expect(of('settings')[0]?.message).toMatch(/^Cannot read .*\.env: it is a folder\./);
  });

  it('counts what the archive keeps unread', async () => {
    const { simulator, commandLine } = await aSetUp();
    await commandLine.run('collect');
    simulator.fault({ type: 'html' }, 'always');
    await commandLine.run('collect', '--days', '1');
    open(commandLine).sql.exec('UPDATE api_calls SET parsed_at = NULL WHERE id = 2');
    const { exitCode, of } = await examined(commandLine);
    expect(exitCode).toBe(0);
    expect(of('archive')[0]).toMatchObject({
      state: 'warning',
      message: expect.stringMatching(
        /^Stored responses that could not be parsed: 1\. Latest reasons: .*it is not JSON.* Stored responses not parsed yet: 1\.$/,
      ),
    });
    expect(of('collection')[0]?.message).toContain('10 of 10 calls in the last 24 hours');
  });

  it('refuses a clock that is behind the newest answer', async () => {
    const { commandLine } = await aSetUp();
    await commandLine.run('collect');
    open(commandLine).sql.exec(`UPDATE api_calls SET window_end = '2026-12-09T05:00:00.000Z'`);
    const { exitCode, of } = await examined(commandLine);
    expect(exitCode).toBe(2);
    expect(of('clock')).toMatchObject([{ state: 'problem' }]);
  });
});

describe('the mail server', () => {
  const report = { REPORT_FROM: 'reports@shop.example', REPORT_TO: 'anna@shop.example' };

  it('is logged in to, and sent nothing', async () => {
    const mail = await aStrictMailServer();
    const { commandLine } = await aSetUp({ ...report, SMTP_URL: mail.urlOf('right') });
    const { of } = await examined(commandLine);
    expect(of('mail-server')).toMatchObject([
      { state: 'ok', message: expect.stringContaining('accepts the login') },
    ]);
    expect(of('report-addresses')).toMatchObject([{ state: 'ok' }]);
    expect(mail.mails).toEqual([]);
  });

  it('refuses a wrong password, which is not told', async () => {
    const mail = await aStrictMailServer();
    const { commandLine } = await aSetUp({ ...report, SMTP_URL: mail.urlOf('wr0ng-secret') });
    const { exitCode, stdout, of } = await examined(commandLine);
    expect(exitCode).toBe(2);
    expect(of('mail-server')).toMatchObject([
      { state: 'problem', remedy: expect.stringContaining('Check the user and password') },
    ]);
    expect(stdout).not.toContain('wr0ng-secret');
  });

  it('cannot be asked when its address is none', async () => {
    const { commandLine } = await aSetUp({ ...report, SMTP_URL: 'http://me:hidden@host' });
    const { stdout, of } = await examined(commandLine);
    expect(of('mail-server')).toMatchObject([{ state: 'problem' }]);
    expect(stdout).not.toContain('hidden');
  });

  it.each([
    [{ REPORT_TO: 'anna' }, 'problem'],
    [{ REPORT_FROM: 'a@shop.example, b@shop.example' }, 'problem'],
    [{ REPORT_TO: '' }, 'warning'],
  ])('is of no use to %j', async (wrong, state) => {
    const { commandLine } = await aSetUp({ ...report, SMTP_URL: 'smtp://127.0.0.1:1', ...wrong });
    expect((await examined(commandLine)).of('report-addresses')).toMatchObject([{ state }]);
  });

  it.each([
    ['digest', ['team@shop.example'], 'ok'],
    ['digest', undefined, 'warning'],
    ['both', ['team@shop.example'], 'warning'],
  ])('asks for REPORT_TO where somebody needs it: %s to %j', async (kind, list, state) => {
    const { commandLine } = await aSetUp({
      REPORT_FROM: 'reports@shop.example',
      SMTP_URL: 'smtp://127.0.0.1:1',
    });
    writeFileSync(
      join(commandLine.folder, 'clarity-keep.json'),
      JSON.stringify({
        projects: [{ id: 'wxb0r23ozh' }],
        schedule: { report: kind },
        digestRecipients: list,
      }),
    );
    expect((await examined(commandLine)).of('report-addresses')).toMatchObject([{ state }]);
  });
});

describe('the settings of the report', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const DKIM_PRIVATE_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const signing = { DKIM_DOMAIN: 'shop.example', DKIM_SELECTOR: 'keep', DKIM_PRIVATE_KEY };
  const REPORT_FROM = 'reports@mail.shop.example';

  it.each<[string, Record<string, string>, string[], string]>([
    ['none', {}, ['skipped'], 'Mail is not signed'],
    ['a link', { PUBLIC_URL: 'https://keep.example' }, ['ok'], 'unsubscribe by one click'],
    ['a signature', { REPORT_FROM, ...signing }, ['ok', 'ok'], 'signed for shop.example with a '],
    [
      'the signature of another domain',
      { ...signing, REPORT_FROM: 'reports@blog.example' },
      ['ok', 'warning'],
      'DMARC',
    ],
    ['half a signature', { DKIM_DOMAIN: 'shop.example' }, ['problem'], 'all three'],
    [
      'an address that is none',
      { PUBLIC_URL: 'keep.example' },
      ['problem'],
      'PUBLIC_URL must be an https URL',
    ],
  ])('are looked at: %s', async (_what, variables, states, text) => {
    const { commandLine } = await aSetUp(variables);
    const { stdout, of } = await examined(commandLine);
    const found = of('report-settings');
    expect(found.map(({ state }) => state)).toEqual(states);
    expect(JSON.stringify(found)).toContain(text);
    expect(stdout).not.toContain(DKIM_PRIVATE_KEY.split('\n')[1]);
  });
});

describe('--integrity', () => {
  it('finds a sound database sound, and names the calls whose body is damaged', async () => {
    const { commandLine } = await aSetUp();
    await commandLine.run('collect');
    const sound = await examined(commandLine, '--integrity');
    expect(sound.exitCode).toBe(0);
    expect(sound.of('integrity')).toMatchObject([{ state: 'ok' }]);
    expect(sound.of('raw-bodies')).toMatchObject([
      { state: 'ok', message: 'All 9 raw responses match their hash.' },
    ]);

    open(commandLine).sql.exec(`UPDATE api_calls SET body = x'1f8b00' WHERE id = 2`);
    const { exitCode, of } = await examined(commandLine, '--integrity');
    expect(exitCode).toBe(2);
    expect(of('raw-bodies')[0]?.message).toContain('by call: 2 does not unpack.');
  });

  it('finds a day without its call', async () => {
    const { commandLine } = await aSetUp();
    await commandLine.run('collect');
    const { sql } = open(commandLine);
    sql.exec(
      `PRAGMA foreign_keys = OFF; UPDATE day_coverage SET api_call_id = 99 WHERE breakdown = 'total'`,
    );
    const { of } = await examined(commandLine, '--integrity');
    expect(of('integrity').map(({ state }) => state)).toEqual(['problem', 'problem']);
    expect(of('integrity')[1]?.message).toContain('total 2026-11-30');
  });
});

describe('--live', () => {
  // The server's clock is the real one.
  const at = new Date();

  it('makes exactly one call, says so before, and keeps the answer for the next collection', async () => {
    const { simulator, commandLine } = await aSetUp({}, { at });
    const { exitCode, stderr, result, of } = await examined(commandLine, '--live');
    expect(exitCode).toBe(0);
    expect(simulator.requests).toHaveLength(1);
    expect(stderr).toContain(
      `Calling Clarity once for ${simulator.projectId}: call 1 of 10 in 24 hours`,
    );
    expect(result.callsSpent).toBe(1);
    expect(of('live-call')).toMatchObject([
      { state: 'ok', message: expect.stringContaining('accepted the token') },
    ]);
    expect(of('live-clock')).toMatchObject([{ state: 'ok' }]);
    const db = open(commandLine);
    expect(
      rows(
        db,
        'SELECT num_of_days, dimensions, state, body IS NOT NULL AS kept, parsed_at FROM api_calls',
      ),
    ).toEqual([{ num_of_days: 1, dimensions: '', state: 'answered', kept: 1, parsed_at: null }]);

    await commandLine.run('collect');
    expect(rows(db, `SELECT COUNT(*) AS total FROM site_days`)).toEqual([{ total: 3 }]);
    const sameAgain = simulator.requests.filter(
      ({ query }) => query['numOfDays'] === '1' && query['dimension1'] === undefined,
    );
    expect(sameAgain).toHaveLength(1);
  });

  it.each([
    [{ type: 'status', status: 401 }, 3, 'refused', 'refused the token'],
    [{ type: 'status', status: 429 }, 4, 'limited', 'are used up'],
    [{ type: 'status', status: 500 }, 5, 'failed', 'Clarity failed'],
    [{ type: 'html' }, 6, 'answered', 'cannot be parsed'],
  ] as const)('ends after %j with exit code %i', async (fault, code, state, message) => {
    const { simulator, commandLine } = await aSetUp({}, { at });
    simulator.fault(fault, 'always');
    const { exitCode, stdout, of } = await examined(commandLine, '--live');
    expect(exitCode).toBe(code);
    expect(of('live-call')).toMatchObject([
      { state: 'problem', message: expect.stringContaining(message) },
    ]);
    expect(rows(open(commandLine), 'SELECT state FROM api_calls')).toEqual([{ state }]);
    expect(simulator.requests).toHaveLength(1);
    const [later] = (await examined(commandLine)).of('collection');
    expect(later?.message).toMatch(
      state === 'refused'
        ? /refused the token in CLARITY_API_TOKEN /
        : /No response .* could be parsed/,
    );
    expect(stdout).not.toContain(simulator.token);
  });

  it('makes none when the ledger says that all are spent', async () => {
    const { simulator, commandLine } = await aSetUp({}, { at });
    for (let run = 0; run < 4; run += 1) await commandLine.run('collect', '--days', '1');
    const asked = simulator.requests.length;
    const { exitCode, result } = await examined(commandLine, '--live');
    expect([exitCode, result.callsSpent, simulator.requests.length]).toEqual([4, 0, asked]);
    const { stdout } = await commandLine.run('doctor', '--live');
    expect(stdout).toContain('No call was used.');
  });

  it.each([
    [{ CLARITY_API_TOKEN: 'Bearer x.y.z' }, 'token'],
    [{ CLARITY_PROJECT_ID: '' }, 'projects'],
    [{ DATABASE_URL: 'mysql:x' }, 'settings'],
  ])('wastes no call with %j', async (variables, hindrance) => {
    const { simulator, commandLine } = await aSetUp(variables, { at });
    const { exitCode, of } = await examined(commandLine, '--live');
    expect(exitCode).toBe(2);
    expect(of('live-call')[0]).toMatchObject({
      state: 'skipped',
      message: expect.stringContaining(`fix the problem with ${hindrance}`),
    });
    expect(simulator.requests).toEqual([]);
  });

  it('tells all the same what it has found when the answer cannot be kept', async () => {
    const { simulator, commandLine } = await aSetUp({}, { at });
    open(commandLine).sql.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON api_calls BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    const { exitCode, result, of } = await examined(commandLine, '--live');
    expect([exitCode, result.callsSpent, simulator.requests.length]).toEqual([2, 1, 1]);
    expect(of('live-call')[0]?.message).toContain('its response could not be stored: no room');
    expect(of('node')).toHaveLength(1);
  });

  it('asks for no project that is not configured', async () => {
    const { simulator, commandLine } = await aSetUp({}, { at });
    const { exitCode, stderr } = await commandLine.run('doctor', '--live', '--project', 'other');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Unknown project "other"');
    expect(simulator.requests).toEqual([]);
  });
});

/** Collects with the simulator's own token, as the set-up may have another one. */
async function aSetUpDatabase(
  { folder }: CommandLine,
  simulator: { url: string; token: string; projectId: string },
): Promise<void> {
  const collector = aCommandLine(
    {
      CLARITY_API_URL: simulator.url,
      CLARITY_API_TOKEN: simulator.token,
      CLARITY_PROJECT_ID: simulator.projectId,
      DATABASE_URL: `file:${join(folder, 'clarity.db')}`,
    },
    { now },
  );
  expect((await collector.run('collect')).exitCode).toBe(0);
}
