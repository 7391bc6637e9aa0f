// @module-tag slow
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { breakdowns } from '@clarity-keep/core';
import { runProgram } from '@clarity-keep/command-line';
import { createSite, insightsAnswer } from '@clarity-keep/simulator';
import { parse } from 'csv-parse/sync';
import { programs } from '@clarity-keep/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ExportOptions } from '../../../src/commands/export/command.ts';
import { runCli } from '../../../src/run-cli.ts';
import type { CommandLine } from '../../support/a-command-line.ts';
import { aCommandLine } from '../../support/a-command-line.ts';
import { aDatabase, aFolder } from '../../support/a-database.ts';
import { LARGE, largeFacts } from '../../support/large-facts.ts';
import { someDeps } from '../../support/some-deps.ts';
import { programWith } from '../../support/program-with.ts';

const formula = '=HYPERLINK("https://evil.example","x")';

/** Three days of session records, one of them with what a visitor made up. */
async function aKeptHistory(): Promise<CommandLine> {
  const commandLine = aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' });
  const records = ['2026-11-16', '2026-11-17', '2026-11-18'].map((day, index) => ({
    SessionId: `s${index}`,
    PageUrl: index === 1 ? formula : 'https://shop.example/a?utm_source=x',
    Duration: 10 + index,
    PageViews: 1,
    RageClickCount: index,
    DeadClickCount: 0,
    ScrollDepth: 33.3,
    Referrer: '',
    Device: 'Desktop',
    Browser: 'Firefox 145.0',
    Country: 'Austria',
    CollectedAt: `${day}T23:30:00Z`,
  }));
  const lines = records.map((record) => JSON.stringify(record)).join('\n');
  writeFileSync(join(commandLine.folder, 'records.jsonl'), lines);
  await commandLine.run('import', 'records.jsonl');
  return commandLine;
}

describe('clarity-keep export sessions', () => {
  it('writes all that is kept as CSV, byte for byte', async () => {
    const commandLine = await aKeptHistory();
    expect(await commandLine.run('export', 'sessions')).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: [
        'project_id,session_id,day,page,device,referrer,duration_seconds,page_views,rage_clicks,dead_clicks,scroll_depth,browser,country,page_url',
        'wxb0r23ozh,s0,2026-11-16,https://shop.example/a,Desktop,,10,1,0,0,33.3,Firefox 145.0,Austria,https://shop.example/a?utm_source=x',
        `wxb0r23ozh,s1,2026-11-17,"'=HYPERLINK(""https://evil.example"",""x"")",Desktop,,11,1,1,0,33.3,Firefox 145.0,Austria,"'=HYPERLINK(""https://evil.example"",""x"")"`,
        'wxb0r23ozh,s2,2026-11-18,https://shop.example/a,Desktop,,12,1,2,0,33.3,Firefox 145.0,Austria,https://shop.example/a?utm_source=x',
        '',
      ].join('\n'),
    });
  });

  it('writes JSON with the same rows, the formula as it is', async () => {
    const commandLine = await aKeptHistory();
    const json = await commandLine.run('export', 'sessions', '--format', 'json', '--days', '3');
    const rows = JSON.parse(json.stdout) as Record<string, unknown>[];
    expect(rows.map((row) => [row.session_id, row.page_url])).toEqual([
      ['s1', formula],
      ['s2', 'https://shop.example/a?utm_source=x'],
    ]);
    const lines = await commandLine.run('export', 'sessions', '--format=jsonl', '--to=2026-11-17');
    expect(
      lines.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).session_id),
    ).toEqual(['s0', 's1']);
  });

  it('says where session records come from when there are none', async () => {
    const commandLine = aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' });
    const answer = insightsAnswer({
      site: createSite({ seed: 5, sessionsPerDay: 20 }),
      end: Date.parse('2026-11-19T00:00:00Z'),
      numOfDays: 1,
    });
    writeFileSync(join(commandLine.folder, 'body.json'), JSON.stringify(answer));
    await commandLine.run('import', 'body.json', '--at', '2026-11-19T00:00:00Z');
    const run = await commandLine.run('export', 'sessions', '--format', 'json');
    expect(run).toMatchObject({ exitCode: 0, stdout: '[]\n' });
    expect(run.stderr).toContain('clarity-keep import');
    expect((await commandLine.run('export', 'facts')).stdout).toContain(',total,complete,direct,');
  });
});

describe('clarity-keep export facts', () => {
  it('writes the breakdowns asked for, with state and method', async () => {
    const commandLine = await aKeptHistory();
    const argv = 'export facts --breakdown page total --from 2026-11-17'.split(' ');
    const { stdout } = await commandLine.run(...argv);
    const rows: Record<string, string>[] = parse(stdout, { columns: true });
    const shown = ['day', 'breakdown', 'state', 'method', 'page', 'sessions', 'bot_sessions'];
    expect(
      rows.map((row) =>
        [...shown, 'rage_click_events', 'scroll_depth'].map((name) => row[name]).join('|'),
      ),
    ).toEqual([
      '2026-11-17|total|complete|sessions||1||1|33.3',
      '2026-11-18|total|complete|sessions||1||2|33.3',
      `2026-11-17|page|complete|sessions|'${formula}|1||1|33.3`,
      '2026-11-18|page|complete|sessions|https://shop.example/a|1||2|33.3',
    ]);
  });

  it('says where to look when it finds none', async () => {
    const run = await (await aKeptHistory()).run('export', 'facts', '--breakdown', 'country');
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^project_id,.*\n$/) });
    expect(run.stderr).toContain('query coverage');
  });
});

describe('--out', () => {
  it('takes the format from the name, and says how many rows it holds', async () => {
    const commandLine = await aKeptHistory();
    const { stdout } = await commandLine.run('export', 'sessions', '--format', 'jsonl');
    const run = await commandLine.run('export', 'sessions', '--out', 'sessions.jsonl');
    const bytes = Buffer.byteLength(stdout);
    expect(run).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `3 rows in sessions.jsonl, ${bytes} B.\n`,
    });
    expect(readFileSync(join(commandLine.folder, 'sessions.jsonl'), 'utf8')).toBe(stdout);

    const argv = 'export sessions --out sessions.jsonl --force --json --format=csv'.split(' ');
    const json = await commandLine.run(...argv);
    expect(json).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(json.stdout)).toEqual({
      rows: 3,
      file: 'sessions.jsonl',
      format: 'csv',
      bytes: readFileSync(join(commandLine.folder, 'sessions.jsonl')).length,
    });
  });

  it.each([
    [['--out', 'records.jsonl'], 'already exists. Replace it with --force'],
    [['--out', 'clarity.db', '--force'], 'is the database itself'],
    [['--out', 'absent/facts.csv'], '/absent does not exist.'],
    [['--json'], '--json needs --out'],
    [['--from', 'monday'], '--from must be a day such as 2026-11-16, not "monday".'],
    [
      ['--from', '2026-11-18', '--to', '2026-11-16'],
      '--from (2026-11-18) must not be after --to (2026-11-16).',
    ],
    [['--project', 'nobody'], 'Unknown project "nobody"'],
  ])('%j is refused with exit code 2, and nothing is written', async (argv, problem) => {
    const commandLine = await aKeptHistory();
    const before = readdirSync(commandLine.folder).filter((name) => !/-(wal|shm)$/.test(name));
    const run = await commandLine.run('export', 'facts', ...argv);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(problem);
    const after = readdirSync(commandLine.folder).filter((name) => !/-(wal|shm)$/.test(name));
    expect(after).toEqual(before);
  });

  it('makes no database where there is none', async () => {
    const commandLine = aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' });
    const { exitCode, stderr } = await commandLine.run('export', 'facts');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no database');
    expect(readdirSync(commandLine.folder)).toEqual([]);
  });
});

describe('on a terminal', () => {
  async function onTerminal(folder: string, ...argv: string[]) {
    const run = { stdout: '', stderr: '' };
    const write = (stream: 'stdout' | 'stderr') => ({
      isTTY: true,
      columns: 80,
      write: (written: string) => {
        run[stream] += written;
      },
    });
    await runCli(argv, someDeps({ cwd: folder, stdout: write('stdout'), stderr: write('stderr') }));
    return run;
  }

  it('shows how far a long export to a file is', async () => {
    const folder = aFolder();
    largeFacts(aDatabase(folder));
    const { stdout, stderr } = await onTerminal(folder, 'export', 'facts', '--out', 'facts.csv');
    expect(stderr).toMatch(/Exporting .* \d+%/);
    expect(stderr).toMatch(/120,000 rows in facts\.csv, [\d.]+ MB\.\n$/);
    expect(stdout).toBe('');
  });

  it('shows rows without a bar, and with nothing that moves the cursor', async () => {
    const commandLine = aCommandLine({ CLARITY_PROJECT_ID: 'wxb0r23ozh' });
    const record = { SessionId: 'a\r\u001b[2Jb', PageUrl: '/a', CollectedAt: '2026-11-19' };
    writeFileSync(join(commandLine.folder, 'records.jsonl'), JSON.stringify(record));
    await commandLine.run('import', 'records.jsonl');
    const { stdout, stderr } = await onTerminal(commandLine.folder, 'export', 'sessions');
    expect(stdout).toContain('\nwxb0r23ozh,a��[2Jb,2026-11-18,/a,');
    expect(stderr).toBe('');
  });
});

describe('a process of its own', () => {
  function start(...argv: string[]) {
    const folder = aFolder();
    largeFacts(aDatabase(folder));
    const main = programs.collector;
    const child = spawn(process.execPath, [main, 'export', 'facts', ...argv], {
      cwd: folder,
      env: {},
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return { child, exit: once(child, 'exit'), stderr: text(child.stderr) };
  }

  it.each(['csv', 'json'])('ends quietly when its reader has had enough of %s', async (format) => {
    const { child, exit, stderr } = start('--format', format);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await exit).toEqual([0, null]);
    expect(await stderr).toBe('');
  });

  it('writes to the end into a pipe', async () => {
    const { child, exit, stderr } = start('--format', 'jsonl');
    const lines = (await text(child.stdout)).split('\n');
    expect(lines).toHaveLength(LARGE + 1);
    expect(JSON.parse(lines[LARGE - 1] ?? '')).toMatchObject({ breakdown: 'page' });
    expect(await exit).toEqual([0, null]);
    expect(await stderr).toBe('');
  });
});

describe('the words of export', () => {
  const common = {
    project: undefined,
    from: undefined,
    to: undefined,
    days: undefined,
    format: undefined,
    out: undefined,
    force: false,
    json: false,
  };

  it.each<[string, ExportOptions]>([
    ['export facts', { what: 'facts', breakdown: undefined, ...common }],
    [
      'export facts --breakdown page device --days 3 --out a.csv --force',
      {
        what: 'facts',
        breakdown: ['page', 'device'],
        ...common,
        days: 3,
        out: 'a.csv',
        force: true,
      },
    ],
    [
      'export sessions --project p --from 2026-11-16 --to 2026-11-17 --format json --json',
      {
        what: 'sessions',
        ...common,
        project: 'p',
        from: '2026-11-16',
        to: '2026-11-17',
        format: 'json',
        json: true,
      },
    ],
    [
      `export facts --breakdown ${breakdowns.join(' ')}`,
      { what: 'facts', breakdown: breakdowns, ...common },
    ],
  ])('are understood: %s', async (line, options) => {
    expect((await asked(line)).calls).toEqual([options]);
  });

  it.each([
    'export',
    'export nothing',
    'export facts --breakdown',
    'export facts --breakdown planet',
    'export facts --format xml',
    'export facts --out',
    'export sessions --breakdown page',
  ])('are refused: %s', async (line) => {
    const { exitCode, calls, stderr } = await asked(line);
    expect({ exitCode, calls }).toEqual({ exitCode: 2, calls: [] });
    expect(stderr).toContain('--help');
  });

  async function asked(line: string) {
    const calls: unknown[] = [];
    let stderr = '';
    const exitCode = await runProgram(programWith('export', calls), line.split(' '), {
      ...someDeps({ cwd: '/' }),
      stdout: { write: () => undefined },
      stderr: { write: (written) => (stderr += written) },
    });
    return { calls, exitCode, stderr };
  }
});
