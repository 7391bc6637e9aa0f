import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ExitKind } from '@clarity-keep/core';
import type { CommandModule } from 'yargs';
import type { Output, Program } from '../src/index.ts';
import { commandEntry, exitCodes, runProgram, UsageError } from '../src/index.ts';

interface Run {
  exitCode: number;
  stdout: string;
  stderr: string;
}

type Streams = { stdout: Output; stderr: Output };

function aProgram(handler: (options: unknown) => Promise<number>): Program<Streams> {
  return {
    name: 'clarity-keep-test',
    commands: [
      commandEntry({
        name: 'work',
        command: (work: (options: unknown) => Promise<void>): CommandModule => ({
          command: 'work',
          describe: 'do it',
          builder: (yargs) =>
            yargs
              .option('days', { type: 'number', requiresArg: true })
              .option('json', { type: 'boolean' }),
          handler: work,
        }),
        load: () =>
          Promise.resolve(
            async (_deps: Streams, options: unknown) => (await handler(options)) as 0,
          ),
      }),
    ],
    frame: (program) =>
      program
        .command(
          'fetch <url> [format]',
          'get it',
          (fetching) =>
            fetching
              .positional('url', { type: 'string' })
              .positional('format', { choices: ['csv', 'json'] })
              .option('by', { choices: ['day', 'week'] })
              .example("$0 fetch 'https://shop.example/a?b' --by week", 'a page, week by week'),
          () => undefined,
        )
        .command(
          'prune',
          'delete',
          (pruning) =>
            pruning
              .usage('$0 prune --older-than AGE')
              .option('older-than', { type: 'string', demandOption: true }),
          () => undefined,
        )
        .demandCommand(1, 'No command given.'),
  };
}

async function run(
  argv: string[],
  handler: (options: unknown) => Promise<number> = () => Promise.resolve(0),
  columns?: number,
): Promise<Run> {
  const result: Run = { exitCode: -1, stdout: '', stderr: '' };
  const write = (stream: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      result[stream] += text;
    },
  });
  result.exitCode = await runProgram(aProgram(handler), argv, {
    stdout: { ...write('stdout'), columns },
    stderr: write('stderr'),
  });
  return result;
}

function fail(error: Error): () => Promise<number> {
  // oxlint-disable-next-line promise/no-promise-in-callback -- a handler that fails, not a callback
  return () => Promise.reject(error);
}

class Foreseen extends Error {
  readonly exitKind: ExitKind;

  constructor(exitKind: ExitKind, message: string) {
    super(message);
    this.exitKind = exitKind;
  }
}

describe('a program', () => {
  it('ends with the exit code of its command', async () => {
    const done = await run(['work'], () => Promise.resolve(exitCodes.quotaSpent));
    expect(done).toEqual({ exitCode: 4, stdout: '', stderr: '' });
  });

  it('takes no part of an option', async () => {
    const { exitCode, stderr } = await run(['work', '--days.x', '1']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Unknown option --days.x.')]);
  });

  it('helps on stdout', async () => {
    const { exitCode, stdout, stderr } = await run(['--help']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('clarity-keep-test work');
  });

  it.each([40, 110])('shows examples that can be copied, in %i columns', async (columns) => {
    const { stdout } = await run(['fetch', '--help'], undefined, columns);
    const example = "clarity-keep-test fetch 'https://shop.example/a?b' --by week";
    expect(stdout.split('\n').map((line) => line.trim())).toContainEqual(
      columns === 40 ? example : `${example}  a page, week by week`,
    );
    expect(stdout).toContain('a page, week by week');
  });

  it('helps in one language, whatever that of the terminal is', async () => {
    const { stdout: english } = await run(['--help']);
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await run(['--help'])).stdout).toBe(english);
    expect(english).toContain('Commands:');
  });

  it('takes the last of an option that is repeated', async () => {
    const given: unknown[] = [];
    await run(['work', '--days', '1', '--json', '--days', '2', '--json'], (options) => {
      given.push(options);
      return Promise.resolve(0);
    });
    expect(given).toEqual([expect.objectContaining({ days: 2, json: true })]);
  });

  it.each([
    [[], 'No command given.'],
    [['wrok', 'hard'], 'Unknown command "wrok". Did you mean work?'],
    [['zzz'], 'Unknown command "zzz". Known commands: work, fetch, prune.'],
    [['work', '--fast'], 'Unknown option --fast.\n'],
    [['work', '--dyas=3'], 'Unknown option --dyas. Did you mean --days?'],
    [['work', '--no-jsn'], 'Unknown option --no-jsn. Did you mean --json?'],
    [['work', 'hard'], 'Unexpected "hard" after "clarity-keep-test work".'],
    [['work', '--days'], '--days needs a value.'],
    [['prune'], '--older-than is required.\n'],
    [['fetch'], '"clarity-keep-test fetch" needs <url>.'],
    [['fetch', 'x', '--by', 'z'], '--by must be day or week, not "z".'],
    [['fetch', 'x', 'z'], 'format must be csv or json, not "z".'],
  ])('refuses %j as usage', async (argv, problem) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(problem);
    const command = /^(work|fetch|prune)$/.test(argv[0] ?? '') ? ` ${argv[0]}` : '';
    expect(stderr).toContain(`\nSee clarity-keep-test${command} --help.\n`);
  });
});

describe('an error', () => {
  it.each([
    [new UsageError('no'), 2],
    [new Foreseen('usage', 'no'), 2],
    [new Foreseen('configuration', 'no'), 2],
    [new Foreseen('token-refused', 'no'), 3],
    [new Foreseen('quota-spent', 'no'), 4],
    [new Foreseen('unavailable', 'no'), 5],
    [new Foreseen('not-understood', 'no'), 6],
  ])('that was foreseen is told once, in its own words: %s', async (error, exitCode) => {
    expect(await run(['work'], fail(error))).toEqual({ exitCode, stdout: '', stderr: 'no\n' });
  });

  it.each([
    ['SQLITE_BUSY', 'Another program has locked the database'],
    ['SQLITE_READONLY_DIRECTORY', '(chown)'],
    ['SQLITE_CORRUPT', 'Replace it with a copy made by "clarity-keep backup"'],
    ['SQLITE_FULL', 'disk is full'],
  ])('of a database says what can be done about %s', async (code, text) => {
    const { exitCode, stderr } = await run(['work'], fail(Object.assign(new Error('x'), { code })));
    expect(exitCode).toBe(2);
    expect(stderr).toContain(text);
  });

  it.each([
    Object.assign(new Error('no'), { exitKind: 'defect' }),
    Object.assign(new Error('no'), { exitKind: 'toString' }),
    Object.assign(new Error('no'), { exitKind: 2 }),
  ])('of another kind is a defect: $exitKind', async (error) => {
    expect((await run(['work'], fail(error))).exitCode).toBe(1);
  });

  it('that was not is a defect, with its stack', async () => {
    const { exitCode, stderr } = await run(['work'], fail(new TypeError('x is undefined')));
    expect(exitCode).toBe(1);
    expect(stderr).toContain('please report it');
    expect(stderr).toContain('run-program.test.ts');
  });

  it('moves no cursor, whatever it quotes', async () => {
    const { stderr } = await run(['work'], fail(new UsageError('bad \u001b[31mname\nnext line')));
    expect(stderr).toBe('bad \ufffd[31mname\nnext line\n');
  });
});

it('has the version of the packages it is made of', async () => {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
  ) as { version: string };
  expect((await run(['--version'])).stdout).toBe(`${manifest.version}\n`);
});
