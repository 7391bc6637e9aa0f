import { execFileSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readVariables } from '@clarity-keep/environment';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseEnvironment } from '../../../src/settings/environment.ts';
import { writeEnvFile } from '../../../src/commands/init/files/env-file.ts';
import { aCommandLine } from '../../support/a-command-line.ts';
import { aFolder } from '../../support/a-database.ts';
import { aClarityToken } from '../../support/a-token.ts';
import { scriptedPrompts } from '../../support/scripted-prompts.ts';

const token = aClarityToken();
const now = new Date('2026-11-20T05:00:00Z');

const questions = {
  project: 'Project ID or dashboard URL',
  token: 'API token (hidden as you paste)',
  zone: 'Time zone (type to search)',
  recipients: 'Recipients, separated by commas',
  smtp: 'SMTP URL (stays hidden)',
  sender: 'Sender',
  database: 'Database file',
  write: 'Write this to .env?',
  gitignore: 'Add .env to .gitignore?',
  collect: 'Collect now?',
};

/** What someone in a hurry answers. */
const short = ['wxb0r23ozh', token, 'Europe/Berlin', '', '', ''] as const;

/** A terminal with someone before it who gives these answers in turn. */
function asked(
  answers: readonly (string | boolean)[],
  variables: Record<string, string | undefined> = {},
) {
  const script = scriptedPrompts(...answers);
  const commandLine = aCommandLine(variables, { now, prompts: script.prompts });
  const path = join(commandLine.folder, '.env');
  return { ...commandLine, script, path, written: () => readVariables(commandLine.folder, {}) };
}

function aRepositoryIn(folder: string): void {
  execFileSync('git', ['init', '--quiet', folder], { stdio: 'ignore' });
}

describe('clarity-keep init', () => {
  it('asks in order, and writes what collect and the report read', async () => {
    const { run, script, path, written } = asked([
      ' https://clarity.microsoft.com/projects/view/wxb0r23ozh/dashboard?date=Today ',
      ` ${token}\n`,
      'berlin',
      ' Anna <anna@shop.example>, ben@shop.example ',
      'smtps://me%40shop.example:it%27s%20%231$"x"@mail.shop.example',
      '',
      './kept/clarity.db',
      true,
      false,
    ]);
    const { exitCode, stdout, stderr } = await run('init');
    expect(exitCode).toBe(0);
    expect(script.asked).toEqual([
      questions.project,
      questions.token,
      questions.zone,
      questions.recipients,
      questions.smtp,
      questions.sender,
      questions.database,
      questions.write,
      questions.collect,
    ]);
    expect(written()).toEqual({
      CLARITY_API_TOKEN: token,
      CLARITY_PROJECT_ID: 'wxb0r23ozh',
      CLARITY_TIME_ZONE: 'Europe/Berlin',
      DATABASE_URL: 'file:./kept/clarity.db',
      REPORT_FROM: 'Clarity Keep <me@shop.example>',
      REPORT_TO: 'Anna <anna@shop.example>, ben@shop.example',
      SMTP_URL: 'smtps://me%40shop.example:it%27s%20%231$"x"@mail.shop.example',
    });
    expect(parseEnvironment(written())).toMatchObject({
      CLARITY_API_TOKEN: token,
      CLARITY_PROJECT_ID: 'wxb0r23ozh',
      CLARITY_TIME_ZONE: 'Europe/Berlin',
      DATABASE_URL: 'file:./kept/clarity.db',
    });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['.env']);
    expect(stdout).toContain(`Written: ${path}, readable only by you.`);
    for (const next of ['collect', 'query pages', 'schedule', 'doctor']) {
      expect(stdout).toContain(`clarity-keep ${next}`);
    }
    expect(stderr).toContain('mail.shop.example, port 465, TLS, login me@shop.example');
    expect(stderr).toContain("for Clarity's export, expires on 2027-01-15");
  });

  it('shows no secret, neither the token nor the password of the mail server', async () => {
    const { run } = asked([
      'wxb0r23ozh',
      token,
      'UTC',
      'anna@shop.example',
      'smtp://me:hunter2@mail.shop.example',
      'reports@shop.example',
      '',
      true,
      false,
    ]);
    const { stdout, stderr } = await run('init');
    expect(stderr).toContain('mail.shop.example, port 587, STARTTLS, login me');
    for (const secret of [token, token.slice(0, 12), 'hunter2']) {
      expect(stdout + stderr).not.toContain(secret);
    }
  });

  it('asks nothing about mail of who wants none', async () => {
    const { run, script, written } = asked([...short, false]);
    expect((await run('init')).exitCode).toBe(0);
    expect(script.asked).not.toContain(questions.smtp);
    expect(written()).toEqual({
      CLARITY_API_TOKEN: token,
      CLARITY_PROJECT_ID: 'wxb0r23ozh',
      CLARITY_TIME_ZONE: 'Europe/Berlin',
      DATABASE_URL: 'file:./clarity.db',
    });
  });

  it('asks again for what collect or the report would not take', async () => {
    const { run, script } = asked([
      'my shop',
      'wxb0r23ozh',
      '',
      'two words',
      aClarityToken({ exp: now.getTime() / 1000 - 1 }),
      token,
      'UTC',
      'anna@',
      'anna@shop.example',
      'mail.shop.example',
      'smtp://mail.shop.example',
      '',
      'reports@shop.example',
      'postgres://db',
      '',
      true,
      false,
    ]);
    expect((await run('init')).exitCode).toBe(0);
    expect(script.refused).toEqual([
      expect.stringContaining('must be the ID in the URL of the Clarity dashboard'),
      'An answer is needed.',
      expect.stringContaining('CLARITY_API_TOKEN contains spaces'),
      expect.stringContaining('This token expired on 2026-11-20.'),
      expect.stringContaining('REPORT_TO is not an email address'),
      expect.stringContaining('SMTP_URL must start with smtp://'),
      'An answer is needed.',
      expect.stringContaining('DATABASE_URL must start with "file:"'),
    ]);
  });

  it('does not ask for what was given as an option', async () => {
    const { run, script, written } = asked([token, '', true, false]);
    const given = ['--project-id', 'wxb0r23ozh', '--time-zone', 'Asia/Tokyo'];
    expect((await run('init', ...given, '--database', 'kept.db')).exitCode).toBe(0);
    expect(script.asked).toEqual([
      questions.token,
      questions.recipients,
      questions.write,
      questions.collect,
    ]);
    expect(written()).toMatchObject({
      CLARITY_PROJECT_ID: 'wxb0r23ozh',
      CLARITY_TIME_ZONE: 'Asia/Tokyo',
      DATABASE_URL: 'file:kept.db',
    });
  });

  it.each([
    ['--project-id', 'my shop'],
    ['--time-zone', 'Mars/Olympus'],
    ['--database', 'postgres://db'],
  ])('refuses %s %j before it asks anything', async (option, value) => {
    const { run, script } = asked([]);
    const { exitCode, stderr } = await run('init', option, value);
    expect([exitCode, script.asked]).toEqual([2, []]);
    expect(stderr).toMatch(new RegExp(`^${option}: [A-Z_]+ must `));
  });

  it('takes a token of another kind once that is confirmed, and asks anew when it is not', async () => {
    const { run, script, written } = asked([
      'wxb0r23ozh',
      'mistaken',
      false,
      'key-of-a-proxy',
      true,
      'UTC',
      '',
      '',
      true,
      false,
    ]);
    const { exitCode, stderr } = await run('init');
    expect(exitCode).toBe(0);
    expect(script.asked.slice(1, 5)).toEqual([
      questions.token,
      'Use it anyway?',
      questions.token,
      'Use it anyway?',
    ]);
    expect(stderr).toContain('Warning: This token is not a JSON Web Token');
    expect(stderr).toContain('of another kind');
    expect(written()).toMatchObject({ CLARITY_API_TOKEN: 'key-of-a-proxy' });
  });

  it('warns of a token that expires soon, and takes it', async () => {
    const soon = aClarityToken({ exp: now.getTime() / 1000 + 86_400 });
    const { run, written } = asked(['wxb0r23ozh', soon, 'UTC', '', '', true, false]);
    const { exitCode, stderr } = await run('init');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Warning: This token expires on 2026-11-21, in 1 day.');
    expect(written()).toMatchObject({ CLARITY_API_TOKEN: soon });
  });

  it('warns of variables that win over what it writes', async () => {
    const variables = { CLARITY_TIME_ZONE: 'UTC', CLARITY_PROJECT_ID: 'wxb0r23ozh', HOME: '/' };
    const { run } = asked([...short, false], variables);
    const { stderr } = await run('init');
    expect(stderr).toContain(
      'Warning: CLARITY_TIME_ZONE is also set in the environment, which overrides .env.',
    );
    expect(stderr).not.toContain('CLARITY_PROJECT_ID is set');
  });

  it('prints as JSON what it wrote, without a secret, and offers no collection', async () => {
    const { run, script, path } = asked([...short]);
    const { exitCode, stdout } = await run('init', '--json');
    expect(exitCode).toBe(0);
    expect(script.asked).not.toContain(questions.collect);
    expect(JSON.parse(stdout)).toEqual({
      file: path,
      variables: ['CLARITY_API_TOKEN', 'CLARITY_PROJECT_ID', 'CLARITY_TIME_ZONE', 'DATABASE_URL'],
      tokenExpiresAt: '2027-01-15T00:00:00.000Z',
      addedToGitignore: false,
      warnings: [],
    });
  });
});

describe('a set-up that is broken off', () => {
  it.each([0, 1, 2, 3, 4, 5])('after %i answers writes nothing and ends with 2', async (count) => {
    const { run, folder } = asked(short.slice(0, count));
    expect(await run('init')).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /\nCancelled: nothing was written and no call was made\.\n$/,
      ) as string,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('at its summary writes nothing', async () => {
    const { run, folder } = asked([...short.slice(0, -1), false]);
    const { exitCode, stderr } = await run('init');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Cancelled: nothing was written');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('at the collection keeps what is written, and says so', async () => {
    const { run, path } = asked([...short]);
    const { exitCode, stdout, stderr } = await run('init');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Cancelled: .env was written, but no call was made.');
    expect(stdout).toContain('Next:');
    expect(existsSync(path)).toBe(true);
  });
});

describe('an .env that is there already', () => {
  it('stays as it is, and nothing is asked', async () => {
    const { run, script, path } = asked([...short]);
    writeFileSync(path, 'MINE=1\n');
    const { exitCode, stderr } = await run('init');
    expect([exitCode, script.asked]).toEqual([2, []]);
    expect(stderr).toContain(`${path} already exists`);
    expect(stderr).toContain('move it away and run init again');
    expect(readFileSync(path, 'utf8')).toBe('MINE=1\n');
  });

  it('may be a link that leads nowhere', async () => {
    const { run, folder, path } = asked([...short]);
    symlinkSync(join(folder, 'elsewhere'), path);
    expect((await run('init')).exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('is not replaced when it came while the questions were answered', () => {
    const folder = aFolder();
    const path = join(folder, '.env');
    writeFileSync(path, 'MINE=1\n');
    expect(() => writeEnvFile(path, 'OURS=1\n')).toThrow('was not changed');
    expect(readFileSync(path, 'utf8')).toBe('MINE=1\n');
    expect(readdirSync(folder)).toEqual(['.env']);
  });
});

it('says so when the folder is none', () => {
  const path = join(aFolder(), 'gone', '.env');
  expect(() => writeEnvFile(path, 'OURS=1\n')).toThrow(
    expect.objectContaining({
      name: 'ConfigurationError',
      message: expect.stringContaining('Run init in a folder you can write to') as string,
    }),
  );
});

describe('in a git repository', () => {
  it('adds .env to .gitignore when that is wanted', async () => {
    const { run, folder, script } = asked([...short, true, false]);
    aRepositoryIn(folder);
    writeFileSync(join(folder, '.gitignore'), '*.db');
    const { exitCode, stdout } = await run('init');
    expect([exitCode, script.asked.at(-2)]).toEqual([0, questions.gitignore]);
    expect(stdout).toContain('It is in .gitignore now.');
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*.db\n.env\n');
    const status = execFileSync('git', ['-C', folder, 'status', '--porcelain'], {
      encoding: 'utf8',
    });
    expect(status).toBe('?? .gitignore\n');
  });

  it('makes a .gitignore where there is none', async () => {
    const { run, folder } = asked([...short, true, false]);
    aRepositoryIn(folder);
    await run('init');
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('.env\n');
  });

  it('warns when it is not wanted', async () => {
    const { run, folder } = asked([...short, false, false]);
    aRepositoryIn(folder);
    const { exitCode, stderr } = await run('init');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Warning: Git does not ignore .env here.');
    expect(existsSync(join(folder, '.gitignore'))).toBe(false);
  });

  it('writes nothing at all when that is the question that is broken off', async () => {
    const { run, folder } = asked([...short]);
    aRepositoryIn(folder);
    expect((await run('init')).exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual(['.git']);
  });

  it('asks nothing when .env is ignored', async () => {
    const { run, folder, script } = asked([...short, false]);
    aRepositoryIn(folder);
    writeFileSync(join(folder, '.gitignore'), '.env*\n');
    await run('init');
    expect(script.asked).not.toContain(questions.gitignore);
  });
});

describe('the first collection', () => {
  async function aSimulator() {
    const simulator = await startSimulator({
      now: () => now.getTime(),
      site: createSite({ seed: 7, sessionsPerDay: 60 }),
    });
    onTestFinished(() => simulator.close());
    // Its token is none of Clarity's, which has to be confirmed.
    const answers = [simulator.projectId, simulator.token, true, 'UTC', '', '', true];
    return { simulator, answers };
  }

  it('is made after a yes, with what was just written', async () => {
    const { simulator, answers } = await aSimulator();
    const { run, folder } = asked([...answers, true], { CLARITY_API_URL: simulator.url });
    const { exitCode, stdout, stderr } = await run('init');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('9 calls.');
    expect(stderr).toContain('0 of 10 calls in the last 24 hours, 9 planned');
    expect(stdout).toMatch(/Quota: \d+ of 10 calls in the last 24 hours\./);
    expect(simulator.requests.length).toBeGreaterThan(0);
    expect(simulator.requests.every(({ status }) => status === 200)).toBe(true);
    expect(existsSync(join(folder, 'clarity.db'))).toBe(true);
  });

  it('is of the settings that were shown, whatever becomes of .env before the yes', async () => {
    const { simulator, answers } = await aSimulator();
    const { run, script, path } = asked([...answers, true], { CLARITY_API_URL: simulator.url });
    const prompts = { ...script.prompts };
    script.prompts.confirm = async (question) => {
      if (question.message === questions.collect) writeFileSync(path, 'CLARITY_PROJECT_ID=other\n');
      return prompts.confirm(question);
    };
    const { exitCode, stdout } = await run('init');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(simulator.projectId);
    expect(stdout).not.toContain('other');
  });

  it.each([false, ''])('is not made after %j', async (answer) => {
    const { simulator, answers } = await aSimulator();
    const { run } = asked([...answers, answer], { CLARITY_API_URL: simulator.url });
    expect((await run('init')).exitCode).toBe(0);
    expect(simulator.requests).toEqual([]);
  });

  it('ends init with the exit code of collect', async () => {
    const { simulator, answers } = await aSimulator();
    simulator.fault({ type: 'status', status: 401 }, 'always');
    const { run, path } = asked([...answers, true], { CLARITY_API_URL: simulator.url });
    const { exitCode, stdout } = await run('init');
    expect(exitCode).toBe(3);
    expect(stdout).toContain('Next:');
    expect(existsSync(path)).toBe(true);
  });
});

describe('without a terminal', () => {
  const unasked = ['init', '--token-from-stdin', '--project-id', 'wxb0r23ozh'];

  it('says how to give the answers, and what to write by hand', async () => {
    const commandLine = aCommandLine();
    const { exitCode, stdout, stderr } = await commandLine.run('init');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--token-from-stdin < token.txt');
    const lines = stderr.split('\n').filter((line) => /^ {2}[A-Z_]+=/.test(line));
    expect(lines.map((line) => line.trim().split('=', 1)[0])).toEqual([
      'CLARITY_API_TOKEN',
      'CLARITY_PROJECT_ID',
      'CLARITY_TIME_ZONE',
      'DATABASE_URL',
      'SMTP_URL',
      'REPORT_FROM',
      'REPORT_TO',
    ]);
    expect(readdirSync(commandLine.folder)).toEqual([]);
  });

  it('takes the token from standard input, and asks and collects nothing', async () => {
    const { run, folder } = aCommandLine({}, { now, stdin: `${token}\n` });
    const { exitCode, stdout, stderr } = await run(...unasked, '--time-zone', 'Europe/Berlin');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Next:');
    expect(readVariables(folder, {})).toEqual({
      CLARITY_API_TOKEN: token,
      CLARITY_PROJECT_ID: 'wxb0r23ozh',
      CLARITY_TIME_ZONE: 'Europe/Berlin',
      DATABASE_URL: 'file:./clarity.db',
    });
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it.each<[string, string | null, string[], string]>([
    ['no project', token, ['init', '--token-from-stdin'], '--token-from-stdin needs --project-id'],
    ['a terminal instead of a token', null, unasked, 'Pipe it in'],
    ['nothing', '\n', unasked, 'An answer is needed'],
    ['two tokens', 'secret1\nsecret2', unasked, 'CLARITY_API_TOKEN contains spaces'],
    ['an expired token', aClarityToken({ exp: 1 }), [...unasked, '--yes'], 'expired on 1970-01-01'],
    ['a token of another kind', 'secret1', unasked, 'Add --yes to use it anyway'],
    ['a yes to nothing', null, ['init', '--yes'], '--yes needs --token-from-stdin'],
  ])('refuses %s, and writes nothing', async (_what, stdin, argv, problem) => {
    const { run, folder } = aCommandLine({}, { now, stdin });
    const { exitCode, stdout, stderr } = await run(...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(problem);
    expect(stderr).not.toContain('secret');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes a token of another kind with --yes, and says so', async () => {
    const { run } = aCommandLine({}, { now, stdin: 'key-of-a-proxy' });
    const { exitCode, stderr } = await run(...unasked, '--yes');
    expect([exitCode, stderr]).toEqual([
      0,
      "Warning: This token is not a JSON Web Token; Clarity's tokens are.\n",
    ]);
  });

  it('adds .env to .gitignore with --yes, and warns without', async () => {
    const careful = aCommandLine({}, { now, stdin: token });
    aRepositoryIn(careful.folder);
    await careful.run(...unasked, '--yes');
    expect(readFileSync(join(careful.folder, '.gitignore'), 'utf8')).toBe('.env\n');
    const plain = aCommandLine({}, { now, stdin: token });
    aRepositoryIn(plain.folder);
    expect((await plain.run(...unasked)).stderr).toContain('Git does not ignore .env here.');
    expect(existsSync(join(plain.folder, '.gitignore'))).toBe(false);
  });
});
