import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schedule } from '@clarity-keep/environment';
import { defaultSchedule } from '@clarity-keep/environment';
import { Cron } from 'croner';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { crontab } from '../../../src/commands/schedule/crontab.ts';
import { githubWorkflow } from '../../../src/commands/schedule/github-workflow.ts';
import type { Installation } from '../../../src/commands/schedule/installation.ts';
import { findInstallation } from '../../../src/commands/schedule/installation.ts';
import { jobs } from '@clarity-keep/collection';
import { systemdScript } from '../../../src/commands/schedule/systemd-script.ts';
import { calendarText, systemdUnits } from '../../../src/commands/schedule/systemd-units.ts';
import { aCommandLine } from '../../support/a-command-line.ts';
import { aFolder } from '../../support/a-database.ts';
import { workflowErrors } from '../../support/workflow-errors.ts';

const atQuarterPastFive = { ...defaultSchedule, collectAt: '05:15' };

const now = new Date('2026-11-20T12:00:00Z');
const berlin: Schedule = { ...atQuarterPastFive, timeZone: 'Europe/Berlin', reportOn: 'sunday' };

const installation: Installation = {
  directory: '/srv/clarity-keep',
  databaseFolder: null,
  user: 'kim',
  collect: { type: 'words', words: ['/usr/bin/node', '/opt/keep.mjs', 'collect'] },
  report: { type: 'words', words: ['/usr/bin/node', '/opt/report.mjs', 'send'] },
};

/** A folder whose name means something to a shell, to cron and to systemd. */
const awkward = `it's 100% $HOME "x" \\ y`;

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('lines for cron', () => {
  it('are the five fields and a command, in the zone of the schedule', () => {
    const lines = crontab(berlin, installation, now).split('\n');
    const active = lines.filter((line) => line !== '' && !line.startsWith('#'));
    expect(active).toEqual([
      'CRON_TZ=Europe/Berlin',
      '15 5 * * *     cd /srv/clarity-keep && /usr/bin/node /opt/keep.mjs collect',
      '30 7-12 * * 0  cd /srv/clarity-keep && /usr/bin/node /opt/report.mjs send',
    ]);
    for (const line of active.slice(1)) {
      expect(() => new Cron(line.split(/ {2,}/)[0] ?? '', { mode: '5-part' })).not.toThrow();
    }
  });

  it('come again in UTC for the crons that know no zone, and say how late', () => {
    const text = crontab(berlin, installation, now);
    expect(text).toContain('\n#15 4 * * *     cd /srv/clarity-keep');
    expect(text).toContain('\n#30 6-11 * * 0  cd /srv/clarity-keep');
    expect(text).toContain('up to 60 minutes late');
    expect(crontab({ ...berlin, timeZone: 'Asia/Kolkata' }, installation, now)).not.toContain(
      'late',
    );
    expect(crontab(atQuarterPastFive, installation, now)).not.toContain('\n#15');
  });

  it('run in the folder they name, whatever its name means to a shell or to cron', () => {
    const directory = join(aFolder(), awkward);
    mkdirSync(directory);
    const program = 'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(1)]))';
    const there: Installation = {
      ...installation,
      directory,
      collect: { type: 'words', words: [process.execPath, '-e', program, awkward] },
    };
    const line = crontab(berlin, there, now)
      .split('\n')
      .find((one) => one.startsWith('15 5 '));
    // cron ends a command at a percent sign, unless it is escaped; then it takes the backslash away.
    const command = line?.replace(/^.*?\* {2,}/, '') ?? '';
    expect(command).not.toMatch(/(?<!\\)%/);
    const answer = execFileSync('sh', ['-c', command.replaceAll('\\%', '%')], { encoding: 'utf8' });
    expect(JSON.parse(answer)).toEqual([directory, awkward]);
  });
});

describe('units of systemd', () => {
  it('are a service and a timer per job', () => {
    const units = systemdUnits(berlin, installation);
    expect(Object.keys(units)).toEqual([
      'clarity-keep-collect.service',
      'clarity-keep-collect.timer',
      'clarity-keep-report.service',
      'clarity-keep-report.timer',
    ]);
    expect(units['clarity-keep-collect.timer']).toContain(
      '\nOnCalendar=*-*-* 05:15:00 Europe/Berlin\n',
    );
    expect(units['clarity-keep-report.timer']).toContain(
      '\nOnCalendar=Sun *-*-* 07..12:30:00 Europe/Berlin\n',
    );
    for (const line of ['Persistent=true', 'RandomizedDelaySec=5min']) {
      expect(units['clarity-keep-collect.timer']).toContain(`\n${line}\n`);
    }
    for (const line of [
      'User=kim',
      'WorkingDirectory=/srv/clarity-keep',
      'EnvironmentFile=-/etc/clarity-keep.env',
      'ExecStart=/usr/bin/node /opt/report.mjs send',
      'ReadWritePaths=/srv/clarity-keep',
      'NoNewPrivileges=true',
    ]) {
      expect(units['clarity-keep-report.service']).toContain(`\n${line}\n`);
    }
  });

  it('run the report once where it never waits', () => {
    const schedule = { ...berlin, reportLatestAt: berlin.reportAt };
    expect(calendarText(schedule, 'report')).toBe('Sun *-*-* 07:30:00 Europe/Berlin');
  });

  it('may write where the database lies, when that is elsewhere', () => {
    const units = systemdUnits(berlin, { ...installation, databaseFolder: '/var/lib/keep it' });
    expect(units['clarity-keep-collect.service']).toContain(
      '\nReadWritePaths=/srv/clarity-keep "/var/lib/keep it"\n',
    );
  });

  it('escape what systemd would read as its own', () => {
    const unit = systemdUnits(berlin, {
      ...installation,
      directory: `/srv/${awkward}`,
      collect: { type: 'line', line: `npm run --prefix "$HOME/keep 100%" clarity-keep -- collect` },
    })['clarity-keep-collect.service'];
    expect(unit).toContain(`\nWorkingDirectory=/srv/it's 100%% $HOME "x" \\ y\n`);
    expect(unit).toContain(`\nReadWritePaths="/srv/it's 100%% $HOME \\"x\\" \\\\ y"\n`);
    expect(unit).toContain(
      `\nExecStart=/bin/sh -c "npm run --prefix \\"$$HOME/keep 100%%\\" clarity-keep -- collect"\n`,
    );
  });

  it.skipIf(!hasSystemd)('have times that systemd itself understands', () => {
    for (const reportOn of ['monday', 'wednesday', 'sunday'] as const) {
      for (const job of jobs) {
        const calendar = calendarText({ ...berlin, reportOn }, job);
        const { status, stdout } = spawnSync('systemd-analyze', ['calendar', calendar], {
          encoding: 'utf8',
        });
        expect([calendar, status]).toEqual([calendar, 0]);
        expect(stdout).toContain(job === 'collect' ? ' 05:15:00' : ' 07..12:30:00');
      }
    }
  });

  it.skipIf(!hasSystemd)('are units that systemd finds nothing wrong with', () => {
    const folder = aFolder();
    const units = systemdUnits(berlin, {
      ...installation,
      directory: folder,
      collect: { type: 'words', words: [process.execPath, 'x', 'collect'] },
      report: { type: 'words', words: [process.execPath, `a "b" 100% $c`, 'send'] },
    });
    const files = Object.entries(units).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], {
      encoding: 'utf8',
    });
    expect(stderr.split('\n').filter((line) => line.includes('clarity-keep'))).toEqual([]);
  });

  it('come as a script that a shell writes files with', () => {
    const folder = aFolder();
    const units = systemdUnits(berlin, { ...installation, directory: `/srv/${awkward}` });
    const script = systemdScript(units)
      .replaceAll('sudo tee /etc/systemd/system/', `tee ${folder}/`)
      .replaceAll('sudo systemctl', 'echo');
    const told = execFileSync('sh', ['-e', '-c', script], { encoding: 'utf8' });
    expect(told).toBe(
      'daemon-reload\nenable --now clarity-keep-collect.timer clarity-keep-report.timer\n',
    );
    for (const [name, text] of Object.entries(units)) {
      expect(execFileSync('cat', [join(folder, name)], { encoding: 'utf8' })).toBe(text);
    }
  });
});

describe('the workflow', () => {
  const workflow = githubWorkflow(berlin, ['SHOP_TOKEN', 'CLARITY_API_TOKEN_BLOG']);

  it('is one that GitHub’s own parser takes', async () => {
    expect(await workflowErrors(workflow)).toEqual([]);
    const misspelt = workflow.replace('runs-on:', 'run-on:').replace('steps.fetch.', 'step.fetch.');
    expect((await workflowErrors(misspelt)).join()).toMatch(/run-on.*step\b/);
  });

  it('runs at the times of the schedule, in its zone, and by hand', () => {
    expect(parse(workflow)).toMatchObject({
      on: {
        schedule: [
          { cron: '15 5 * * *', timezone: 'Europe/Berlin' },
          { cron: '15 15 * * *', timezone: 'Europe/Berlin' },
          { cron: '30 7-12 * * 0', timezone: 'Europe/Berlin' },
        ],
        workflow_dispatch: { inputs: { job: { default: 'collect' } } },
      },
      permissions: {},
      concurrency: { 'cancel-in-progress': false },
      jobs: { run: { permissions: { contents: 'write' } } },
    });
  });

  it('gives each secret, by name, to the one step that needs it', () => {
    const { jobs: all } = parse(workflow) as {
      jobs: { run: { steps: { name?: string; env?: Record<string, string> }[] } };
    };
    const envOf = (name: string) => all.run.steps.find((step) => step.name === name)?.env;
    expect(envOf('Collect')).toEqual({
      CLARITY_PROJECT_ID: '${{ vars.CLARITY_PROJECT_ID }}',
      CLARITY_API_URL: '${{ vars.CLARITY_API_URL }}',
      CLARITY_TIMEOUT_MS: '${{ vars.CLARITY_TIMEOUT_MS }}',
      CLARITY_MAX_ANSWER_MB: '${{ vars.CLARITY_MAX_ANSWER_MB }}',
      CLARITY_TIME_ZONE: '${{ vars.CLARITY_TIME_ZONE }}',
      PING_URL: '${{ secrets.PING_URL }}',
      WEBHOOK_URL: '${{ secrets.WEBHOOK_URL }}',
      SHOP_TOKEN: '${{ secrets.SHOP_TOKEN }}',
      CLARITY_API_TOKEN_BLOG: '${{ secrets.CLARITY_API_TOKEN_BLOG }}',
    });
    expect(envOf('Send the weekly report')).toEqual({
      CLARITY_PROJECT_ID: '${{ vars.CLARITY_PROJECT_ID }}',
      SMTP_URL: '${{ secrets.SMTP_URL }}',
      REPORT_FROM: '${{ secrets.REPORT_FROM }}',
      REPORT_TO: '${{ secrets.REPORT_TO }}',
      REPORT_PING_URL: '${{ secrets.REPORT_PING_URL }}',
      REPORT_LATEST_AT: '${{ secrets.REPORT_LATEST_AT }}',
      PUBLIC_URL: '${{ secrets.PUBLIC_URL }}',
      DKIM_DOMAIN: '${{ secrets.DKIM_DOMAIN }}',
      DKIM_SELECTOR: '${{ secrets.DKIM_SELECTOR }}',
      DKIM_PRIVATE_KEY: '${{ secrets.DKIM_PRIVATE_KEY }}',
      DKIM_PRIVATE_KEY_FILE: '${{ secrets.DKIM_PRIVATE_KEY_FILE }}',
      AI_BASE_URL: '${{ secrets.AI_BASE_URL }}',
      AI_MODEL: '${{ secrets.AI_MODEL }}',
      AI_API_KEY: '${{ secrets.AI_API_KEY }}',
    });
    expect(workflow.match(/secrets\.\w+/g)).toHaveLength(17);
  });

  it('has steps that bash can read', () => {
    const { jobs: all } = parse(workflow) as { jobs: { run: { steps: { run?: string }[] } } };
    for (const { run } of all.run.steps.filter((step) => step.run !== undefined)) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
    }
  });
});

describe('an installation', () => {
  const program = { node: '/usr/bin/node', script: '/opt/keep/apps/collector/src/main.ts' };
  const settings = { variables: { USER: 'kim' }, databaseUrl: 'file:./clarity.db' };
  const find = (options: object, changes: object = {}) =>
    findInstallation({ program, cwd: '/srv', ...changes }, settings, options);

  it('is where and how the program was started', () => {
    expect(find({})).toEqual({
      directory: '/srv',
      databaseFolder: null,
      user: 'kim',
      collect: {
        type: 'words',
        words: ['/usr/bin/node', program.script, 'collect', '--wait', '15'],
      },
      report: {
        type: 'words',
        words: ['/usr/bin/node', '/opt/keep/apps/weekly-report/src/main.ts', 'send'],
      },
    });
  });

  it('is what the options say instead', () => {
    expect(
      find({ directory: 'keep', command: 'clarity-keep', reportCommand: ' clarity-keep-report ' }),
    ).toMatchObject({
      directory: '/srv/keep',
      collect: { type: 'line', line: 'clarity-keep collect --wait 15' },
      report: { type: 'line', line: 'clarity-keep-report send' },
    });
  });

  it.each([
    ['file:./clarity.db', null],
    ['file:data/clarity.db', null],
    ['file:..data/clarity.db', null],
    ['file:../clarity.db', '/'],
    ['file:/var/lib/keep/clarity.db', '/var/lib/keep'],
  ])('has its database %s in %s beside the directory', (databaseUrl, databaseFolder) => {
    const found = findInstallation({ program, cwd: '/srv' }, { ...settings, databaseUrl }, {});
    expect(found.databaseFolder).toBe(databaseFolder);
  });

  it('names no user that could be more than a name', () => {
    const variables = { USER: 'kim\nExecStart=/bin/true', LOGNAME: undefined };
    const found = findInstallation({ program, cwd: '/srv' }, { ...settings, variables }, {});
    expect(found.user).toBe(null);
  });

  it('asks how the report is started when it cannot know', () => {
    const elsewhere = { program: { node: 'node', script: '/opt/keep.mjs' } };
    expect(() => find({}, elsewhere)).toThrow('--report-command');
    expect(find({ reportCommand: 'report' }, elsewhere).report).toEqual({
      type: 'line',
      line: 'report send',
    });
  });

  it('refuses what would be more than one line', () => {
    expect(() => find({ directory: 'a\n* * * * * evil' })).toThrow('--directory');
    expect(() => find({ command: '' })).toThrow('--command');
  });
});

describe('clarity-keep schedule', () => {
  it('prints all three, ready to use', async () => {
    const { exitCode, stdout, stderr } = await aCommandLine().run('schedule');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.match(/^# == clarity-keep schedule \w+/gm)).toHaveLength(3);
    expect(stdout).toContain(
      '/opt/clarity-keep/apps/weekly-report/dist/clarity-keep-report.mjs send',
    );
  });

  it('prints one alone, so that it can be piped where it belongs', async () => {
    const commandLine = aCommandLine();
    const [cron, systemd, github] = await Promise.all(
      ['cron', 'systemd', 'github'].map((format) => commandLine.run('schedule', format)),
    );
    expect(cron?.stdout).toMatch(/^# Clarity Keep: add/);
    expect(systemd?.stdout).toMatch(/^sudo tee /);
    expect(parse(github?.stdout ?? '')).toMatchObject({ name: 'Clarity Keep' });
    expect(github?.stdout).toContain('secrets.CLARITY_API_TOKEN');
  });

  it('prints the texts as JSON, and no value of a setting', async () => {
    const { stdout } = await aCommandLine({
      CLARITY_PROJECT_ID: 'wxb0r23ozh',
      CLARITY_API_TOKEN: 'eyJ.secret.token',
      SMTP_URL: 'smtps://user:password@smtp.example.com',
    }).run('schedule', '--json', '--directory', '/srv/keep');
    expect(JSON.parse(stdout)).toEqual({
      cron: expect.stringContaining('cd /srv/keep && /usr/bin/node') as string,
      systemd: {
        'clarity-keep-collect.service': expect.stringContaining('[Service]') as string,
        'clarity-keep-collect.timer': expect.stringContaining('[Timer]') as string,
        'clarity-keep-report.service': expect.stringContaining('[Service]') as string,
        'clarity-keep-report.timer': expect.stringContaining('[Timer]') as string,
      },
      github: expect.stringContaining('runs-on') as string,
    });
    for (const secret of ['eyJ', 'password', 'wxb0r23ozh']) expect(stdout).not.toContain(secret);
  });

  it('refuses a format that it does not know', async () => {
    const { exitCode, stderr } = await aCommandLine().run('schedule', 'anacron');
    expect([exitCode, stderr.includes('anacron')]).toEqual([2, true]);
  });
});
