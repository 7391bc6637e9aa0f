import { describe, expect, it } from 'vitest';
import { runProgram } from '@clarity-keep/command-line';
import type { QueryOptions } from '../../../src/commands/query/command.ts';
import { programWith } from '../../support/program-with.ts';
import { someDeps } from '../../support/some-deps.ts';

const common = {
  project: undefined,
  from: undefined,
  to: undefined,
  days: undefined,
  json: false,
};

describe('query', () => {
  it.each<[string, QueryOptions]>([
    [
      'query pages',
      {
        question: 'pages',
        rank: undefined,
        limit: undefined,
        minSessions: undefined,
        ...common,
      },
    ],
    [
      'query pages --rank rate --limit 3 --min-sessions 50 --days 30 --json',
      {
        question: 'pages',
        rank: 'rate',
        limit: 3,
        minSessions: 50,
        ...common,
        days: 30,
        json: true,
      },
    ],
    [
      'query page /a?b=1 --project p',
      { question: 'page', page: '/a?b=1', ...common, project: 'p' },
    ],
    [
      'query devices --from 2026-11-16 --to 2026-11-17',
      { question: 'devices', ...common, from: '2026-11-16', to: '2026-11-17' },
    ],
    ['query referrers --min-sessions 0', { question: 'referrers', minSessions: 0, ...common }],
    ['query sources', { question: 'sources', ...common }],
    ['query trend --page /a', { question: 'trend', page: '/a', ...common }],
    ['query coverage', { question: 'coverage', ...common }],
  ])('understands %s', async (line, options) => {
    expect((await asked(line)).calls).toEqual([options]);
  });

  it.each([
    'query',
    'query nothing',
    'query page',
    'query pages --rank best',
    'query devices --limit 3',
  ])('refuses %s', async (line) => {
    const { exitCode, text } = await asked(line);
    expect(exitCode).toBe(2);
    expect(text).toContain('See clarity-keep query');
  });

  it('lists the seven questions in its help', async () => {
    const { text } = await asked('query --help');
    for (const question of [
      'pages',
      'page <url>',
      'devices',
      'referrers',
      'sources',
      'trend',
      'coverage',
    ]) {
      expect(text).toContain(`clarity-keep query ${question} `);
    }
  });
});

async function asked(line: string): Promise<{ calls: unknown[]; exitCode: number; text: string }> {
  const calls: unknown[] = [];
  let text = '';
  const output = {
    write: (written: string) => {
      text += written;
    },
  };
  const deps = { ...someDeps({ cwd: '/' }), stdout: output, stderr: output };
  const exitCode = await runProgram(programWith('query', calls), line.split(' '), deps);
  return { calls, exitCode, text };
}
