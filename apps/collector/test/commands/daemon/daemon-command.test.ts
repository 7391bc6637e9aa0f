import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ExitCode } from '@clarity-keep/command-line';
import { archiveAnswer, openDatabase, saveProject } from '@clarity-keep/db';
import { defaultSchedule } from '@clarity-keep/environment';
import type { Simulator } from '@clarity-keep/simulator';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { programs } from '@clarity-keep/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { daemonJobs } from '../../../src/commands/daemon/daemon-jobs.ts';
import { jobRuns } from '../../../src/commands/daemon/job-runs.ts';
import type { DaemonEvent } from '../../../src/commands/daemon/daemon-event.ts';
import { lineOutput } from '../../../src/commands/daemon/line-output.ts';
import { missedJobs } from '../../../src/commands/daemon/missed-jobs.ts';
import { parseEnvironment } from '../../../src/settings/environment.ts';
import { runCli } from '../../../src/run-cli.ts';
import { sleep } from '../../../src/sleep.ts';
import { aCommandLine } from '../../support/a-command-line.ts';
import { aProcess, ended } from '../../support/a-process.ts';
import { aDatabase, aFolder, rows } from '../../support/a-database.ts';
import { someDeps } from '../../support/some-deps.ts';

const connected = { CLARITY_PROJECT_ID: 'wxb0r23ozh', CLARITY_API_TOKEN: 'eyJ.some.token' };
const HOUR = 3_600_000;
const mail = { SMTP_URL: 'smtp://127.0.0.1:1', REPORT_FROM: 'a@example.com' };

describe('clarity-keep daemon', () => {
  it('tells when it runs what, and ends with 0 when told to stop', async () => {
    const { exitCode, stdout, stderr } = await aCommandLine(connected).run('daemon');
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(stderr).toBe(
      '2026-11-20T05:00:00.000Z ready: collect at 03:15, report at 07:30 on Mondays, hourly until 12:30 (UTC)\n' +
        '2026-11-20T05:00:00.000Z stopped\n',
    );
  });

  it('writes its lines as JSON', async () => {
    const { stderr } = await aCommandLine(connected).run('daemon', '--json');
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        at: '2026-11-20T05:00:00.000Z',
        type: 'ready',
        collect: '03:15',
        report: '07:30 on Mondays, hourly until 12:30',
        timeZone: 'UTC',
      },
      { at: '2026-11-20T05:00:00.000Z', type: 'stopped' },
    ]);
  });

  it.each([
    [{}, 'CLARITY_PROJECT_ID is not set'],
    [{ ...connected, CLARITY_API_TOKEN: '' }, 'CLARITY_API_TOKEN is not set'],
    [{ ...connected, CLARITY_TIMEOUT_MS: 'soon' }, 'CLARITY_TIMEOUT_MS'],
    [{ ...connected, ...mail }, 'REPORT_TO is not set'],
    [{ ...connected, SMTP_URL: 'hunter2' }, 'SMTP_URL'],
  ])('does not start with settings that a job would stumble over', async (variables, problem) => {
    const { exitCode, stderr } = await aCommandLine(variables).run('daemon');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(problem)]);
    expect(stderr).not.toContain('hunter2');
  });

  it('does not start when its schedule has a digest that nobody gets', async () => {
    const commandLine = aCommandLine({ ...connected, ...mail });
    const projects = [{ id: 'wxb0r23ozh', recipients: ['client@shop.example'] }];
    const path = join(commandLine.folder, 'clarity-keep.json');
    writeFileSync(path, JSON.stringify({ projects, schedule: { report: 'both' } }));
    const { exitCode, stderr } = await commandLine.run('daemon');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('REPORT_TO is not set')]);
    writeFileSync(path, JSON.stringify({ projects }));
    expect((await commandLine.run('daemon')).exitCode).toBe(0);
  });

  it('does not start on a database that is none', async () => {
    const commandLine = aCommandLine(connected);
    writeFileSync(join(commandLine.folder, 'clarity.db'), 'no database '.repeat(100));
    const { exitCode, stderr } = await commandLine.run('daemon');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('clarity.db')]);
  });

  it('lets a stalled call come to its end on SIGTERM, and loses nothing', async () => {
    const { child, folder, log, simulator, said } = await aDaemon();
    await simulator.stalled;
    child.kill('SIGTERM');
    await said('stopping once collect');
    await simulator.close();
    expect(await once(child, 'exit')).toEqual([0, null]);
    const lines = (await log).trimEnd().split('\n');
    expect(lines.every((line) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \S/.test(line))).toBe(
      true,
    );
    const messages = lines.map((line) => line.replace(/^\S+ /, ''));
    expect(messages).toContainEqual(expect.stringMatching(/^collect: starts/));
    expect(messages).toContainEqual(expect.stringMatching(/^stopping once collect has finished/));
    expect(messages).toContainEqual(expect.stringMatching(/^collect: ended with exit code 5 /));
    expect(messages.at(-1)).toBe('stopped');
    expect(kept(folder)).toEqual({ integrity: 'ok', answered: 1, hasFacts: true });
  });

  it('ends at once on a second signal, with the database whole', async () => {
    const { child, folder, simulator, said } = await aDaemon();
    await simulator.stalled;
    child.kill('SIGTERM');
    await said('stopping once collect');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(kept(folder)).toEqual({ integrity: 'ok', answered: 1, hasFacts: true });
  });
});

describe('a daemon that is told to stop while Clarity does not answer', () => {
  it('waits no longer than seconds, keeps what it has, and the next run completes it', async () => {
    const { child, folder, log, simulator, variables } = await aDaemon();
    await simulator.stalled;
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    const messages = (await log)
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^\S+ /, ''));
    expect(messages).toContainEqual(expect.stringMatching(/^collect: ended with exit code 5 /));
    expect(messages.filter((line) => line.startsWith('collect: Calling'))).toHaveLength(2);
    expect(messages.at(-1)).toBe('stopped');
    expect(kept(folder)).toEqual({ integrity: 'ok', answered: 1, hasFacts: true });
    simulator.heal();
    const next = await ended(aProcess(['collect'], { cwd: folder, variables }));
    expect(next.exitCode).toBe(0);
    expect(kept(folder)).toMatchObject({ integrity: 'ok', answered: 8 });
  });
});

describe('the jobs of the daemon', () => {
  const ports = {
    log: () => undefined,
    runs: jobRuns,
    stop: new AbortController().signal,
  };

  it('are the command lines that cron would run, line by line in the log', async () => {
    const events: DaemonEvent[] = [];
    const { run } = daemonJobs(someDeps({ cwd: aFolder() }), {
      ...ports,
      log: (event) => events.push(event),
      runs: {
        ...jobRuns,
        collect: ({ stdout, stderr }) => {
          stdout.write('ran collect\n\nand ');
          stderr.write('more\nno line break');
          return Promise.resolve(4);
        },
      },
    });
    expect(await run('collect')).toEqual({
      exitCode: 4,
      wasUnavailable: false,
      callsFreeAt: null,
    });
    expect(events).toEqual(
      ['ran collect', 'and more', 'no line break'].map((line) => ({
        type: 'job-said',
        job: 'collect',
        line,
      })),
    );
  });

  it.each<[ExitCode[], ExitCode, boolean]>([
    [[], 5, true],
    [[0, 5, 6], 6, true],
    [[0, 5, 3], 3, true],
    [[0, 6], 6, false],
  ])(
    'with projects that ended with %j, %i in all: is tried again: %s',
    async (codes, exitCode, wasUnavailable) => {
      const { run } = daemonJobs(someDeps({ cwd: aFolder() }), {
        ...ports,
        runs: {
          ...jobRuns,
          collect: (deps) => {
            for (const code of codes) deps.onCollected?.(code, null);
            return Promise.resolve(exitCode);
          },
        },
      });
      expect(await run('collect')).toEqual({ exitCode, wasUnavailable, callsFreeAt: null });
    },
  );

  it('pause no longer when the daemon is told to stop', async () => {
    const stop = new AbortController();
    const { run } = daemonJobs(someDeps({ cwd: aFolder(), sleep }), {
      ...ports,
      stop: stop.signal,
      runs: {
        ...jobRuns,
        collect: async (deps) => {
          const pauses = [deps.sleep(HOUR), deps.sleep(HOUR, new AbortController().signal)];
          stop.abort();
          await Promise.all(pauses);
          return 0;
        },
      },
    });
    expect((await run('collect')).exitCode).toBe(0);
  });

  it('send the report when there is a mail server, which need not be there', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'records.json'), '[{"SessionId":"a","PageUrl":"/a"}]');
    const variables = { ...connected, ...mail, REPORT_TO: 'b@example.com' };
    const deps = someDeps({ variables, cwd: folder });
    await runCli(['import', 'records.json', '--at', '2026-11-12T20:00:00Z'], deps);
    const events: DaemonEvent[] = [];
    const jobs = daemonJobs(deps, { ...ports, log: (event) => events.push(event) });
    expect(jobs.obstacle('report')).toBe(null);
    expect(await jobs.run('report')).toEqual({
      exitCode: 5,
      wasUnavailable: true,
      callsFreeAt: null,
    });
    const said = events.map((event) => (event.type === 'job-said' ? event.line : ''));
    expect(said.join('\n')).toContain('the mail server cannot be used');
    expect(said.join('\n')).not.toContain('b@example.com');
  });

  it('send none without one, which is looked up each time', () => {
    const folder = aFolder();
    const { obstacle } = daemonJobs(someDeps({ variables: { SMTP_URL: ' ' }, cwd: folder }), ports);
    expect(obstacle('report')).toContain('SMTP_URL is not set');
    expect(obstacle('collect')).toBe(null);
    const fromFile = daemonJobs(someDeps({ cwd: folder }), ports);
    expect(fromFile.obstacle('report')).toContain('SMTP_URL is not set');
    writeFileSync(join(folder, '.env'), 'SMTP_URL=smtp://127.0.0.1:1\n');
    expect(fromFile.obstacle('report')).toBe(null);
  });
});

describe('what was missed before the start', () => {
  const settings = {
    environment: parseEnvironment(connected),
    configuration: {
      projects: [],
      schedule: defaultSchedule,
      jitterSeconds: 0,
      digestRecipients: undefined,
    },
  };
  const missed = (cwd: string, now: string) =>
    missedJobs({ cwd, now: () => new Date(now) }, settings);

  it('is no report where nothing had been collected by its time', async () => {
    const folder = aFolder();
    expect(await missed(folder, '2026-11-24T12:00:00Z')).toEqual(['collect']);
    const db = aDatabase(folder);
    const now = new Date('2026-11-24T11:00:00Z');
    saveProject(db, { id: 'p', name: 'Shop', timeZone: 'UTC' }, now);
    archiveAnswer(db, { projectId: 'p', body: Buffer.from('[]'), windowEnd: now, numOfDays: 1 });
    expect(await missed(folder, '2026-11-24T12:00:00Z')).toEqual(['collect']);
    expect(await missed(folder, '2026-11-30T12:00:00Z')).toEqual(['collect', 'report']);
  });
});

describe('an output of lines', () => {
  it('hands on a line when it is whole, and what is left at the end', () => {
    const lines: string[] = [];
    const output = lineOutput((line) => lines.push(line));
    for (const piece of ['a', 'b\n', '\n', 'c  \nd']) output.write(piece);
    expect(lines).toEqual(['ab', 'c']);
    output.end();
    output.end();
    expect(lines).toEqual(['ab', 'c', 'd']);
  });
});

/** The real process, whose second call is never answered. */
async function aDaemon() {
  const site = createSite({ seed: 7, sessionsPerDay: 60 });
  const simulator = await startSimulator({ now: Date.now, site });
  onTestFinished(() => simulator.close());
  let isHealed = false;
  simulator.fault({ type: 'stall' }, ({ query }) => !isHealed && 'dimension1' in query);
  const folder = aFolder();
  const main = programs.collector;
  const variables = {
    CLARITY_API_URL: simulator.url,
    CLARITY_API_TOKEN: simulator.token,
    CLARITY_PROJECT_ID: simulator.projectId,
    CLARITY_TIMEOUT_MS: '600000',
  };
  const child = spawn(process.execPath, [main, 'daemon'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: variables,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let soFar = '';
  child.stderr.on('data', (chunk: Buffer) => {
    soFar += chunk.toString();
  });
  return {
    child,
    folder,
    log: text(child.stderr),
    variables,
    simulator: {
      stalled: stalled(simulator),
      close: () => simulator.close(),
      heal: () => {
        isHealed = true;
      },
    },
    said: (words: string) => vi.waitFor(() => expect(soFar).toContain(words), patiently),
  };
}

const patiently = { timeout: 20_000, interval: 20 };

function stalled({ requests }: Simulator): Promise<void> {
  return vi.waitFor(
    () => expect(requests.some(({ faults }) => faults.includes('stall'))).toBe(true),
    patiently,
  );
}

function kept(folder: string) {
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder, mustExist: true });
  onTestFinished(() => db.close());
  const [answered] = rows(db, "SELECT COUNT(*) AS n FROM api_calls WHERE state = 'answered'");
  const [facts] = rows(db, 'SELECT COUNT(*) AS n FROM day_facts');
  return {
    integrity: db.sql.pragma('integrity_check', { simple: true }),
    answered: Number(answered?.['n']),
    hasFacts: Number(facts?.['n']) > 0,
  };
}
