import { describe, expect, it } from 'vitest';
import { createSite } from '@clarity-keep/simulator';
import { statusText } from '../../../src/commands/status/text.ts';
import type { NotableGap } from '@clarity-keep/queries';
import type { ProjectStatus } from '@clarity-keep/collection';
import { aSimulatedProject } from '../../support/a-simulated-project.ts';

async function aMonitor({ columns = 100 } = {}) {
  const site = createSite({ seed: 3, sessionsPerDay: 40 });
  const project = await aSimulatedProject({ at: '2026-11-20T05:00:00Z', site, columns });
  const { simulator, clock } = project;
  const at = (instant: string) => {
    clock.now = new Date(instant);
  };
  return { simulator, run: (...argv: string[]) => project.run(argv), at };
}

describe('clarity-keep status', () => {
  it('can be asked before there is anything, and makes no database', async () => {
    const { run } = await aMonitor();
    const { exitCode, stdout } = await run('status');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('last response  never');
    expect(stdout).toContain('gaps to fill   the first run collects everything Clarity still has');
    expect(stdout).toContain('one now would make 9 calls');
    const checked = await run('status', '--check');
    expect(checked.exitCode).toBe(7);
    expect(checked.stderr).toContain('nothing has been collected yet');
  });

  it('shows the days, the calls and what a run would do, and asks nothing', async () => {
    const { run, simulator } = await aMonitor();
    await run('collect');
    const { stdout } = await run('status');
    expect(stdout).toContain('last response  2026-11-20 05:00 UTC');
    expect(stdout).toContain('planned for 2026-11-21 03:15 UTC');
    expect(stdout).toContain('gaps to fill   none that can still be filled');
    expect(stdout).toMatch(
      /9 of 10 calls in the last 24 hours, 1 in reserve; 9 more are free from 2026-11-21\s+05:00 UTC/,
    );
    expect(stdout).toMatch(/site {5}.*~ {2}~ {2}■/);
    expect(stdout).toContain('the last 72 hours by URL x Device');
    expect(simulator.requests).toHaveLength(9);
    const json = JSON.parse((await run('status', '--json')).stdout) as {
      projects: { days: object[] }[];
    };
    expect(json.projects[0]?.days).toHaveLength(28);
    expect(json.projects[0]).toMatchObject({
      project: simulator.projectId,
      quota: { limit: 10, used: 9, reserve: 1, isSpent: false },
      lastAnswerAt: '2026-11-20T05:00:00.000Z',
      nextRunAt: '2026-11-21T03:15:00.000Z',
      plannedCalls: 0,
      healableDays: [],
      isStale: false,
    });
  });

  it('--check is content after a daily run, and all day long', async () => {
    const { run, at } = await aMonitor();
    await run('collect');
    for (const instant of [
      '2026-11-20T05:00:01Z',
      '2026-11-20T18:00:00Z',
      '2026-11-21T04:59:00Z',
    ]) {
      at(instant);
      expect(await run('status', '--check')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    }
  });

  it('--check ends with 7 when the newest answer is too old', async () => {
    const { run, at } = await aMonitor();
    await run('collect');
    at('2026-11-21T07:30:00Z');
    const { exitCode, stderr } = await run('status', '--check');
    expect(exitCode).toBe(7);
    expect(stderr).toContain('the newest response is from 2026-11-20 05:00 UTC');
    expect((await run('status', '--check', '--max-age-hours', '48')).exitCode).toBe(0);
  });

  it('--check ends with 7 while a missed day can be healed, and not when it is gone', async () => {
    const { run, at, simulator } = await aMonitor();
    await run('collect');
    at('2026-11-22T05:00:00Z');
    const repair = simulator.fault({ type: 'status', status: 500 }, 6);
    simulator.fault({ type: 'status', status: 500 }, 5);
    await run('collect');
    repair();
    const { exitCode, stderr } = await run('status', '--check');
    expect([exitCode, stderr]).toEqual([
      7,
      expect.stringContaining('2026-11-20 can still be filled'),
    ]);
    await run('collect');
    expect((await run('status', '--check')).exitCode).toBe(0);
  });

  it('refuses an age that is none', async () => {
    const { run } = await aMonitor();
    const { exitCode, stderr } = await run('status', '--max-age-hours', '0');
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('--max-age-hours must be a number above 0'),
    ]);
  });
});

describe('a narrow terminal', () => {
  it.each(['status', 'plan'])('has room for %s', async (command) => {
    const { run } = await aMonitor({ columns: 60 });
    if (command === 'status') await run('collect');
    const { stdout } = await run(command);
    const widths = stdout.split('\n').map((line) => Array.from(line).length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
    // Nothing is cut off: what does not fit stands in the next line.
    expect(stdout).not.toContain('…');
    expect(stdout).toMatch(/Device x Source x[^]*Medium/);
  });
});

describe('what does not agree', () => {
  it('is a share of sessions, and never of segments that cannot be', async () => {
    const { run } = await aMonitor();
    await run('collect');
    const row: NotableGap = {
      days: ['2026-11-19'],
      breakdown: 'page',
      kind: 'impossible',
      expected: 0,
      found: 3,
      share: 1,
    };
    const { projects } = JSON.parse((await run('status', '--json')).stdout) as {
      projects: [ProjectStatus];
    };
    const [status] = projects;
    const shown = statusText(
      {
        ...status,
        nextRunAt: new Date(status.nextRunAt),
        lastAnswerAt: null,
        calls: [],
        gaps: [row],
      },
      { columns: 100, paint: (_style, text) => text },
    );
    expect(shown).toContain('Pages: 3 segments had more sessions in a narrower window than');
    expect(shown).not.toContain('%');
  });
});

describe('clarity-keep plan', () => {
  it('shows the nine calls of the first connect, spends none and makes no database', async () => {
    const { run, simulator } = await aMonitor();
    const { exitCode, stdout } = await run('plan');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('9 calls.');
    expect(stdout).toContain(
      'Quota: 0 of 10 calls in the last 24 hours, 9 planned, 1 left, in reserve.',
    );
    expect(simulator.requests).toEqual([]);
    expect((await run('query', 'pages')).stderr).toContain('There is no database');
  });

  it('is what collect --dry-run shows', async () => {
    const { run } = await aMonitor();
    expect((await run('collect', '--dry-run')).stdout).toBe((await run('plan')).stdout);
    const json = JSON.parse((await run('collect', '--dry-run', '--json')).stdout) as {
      projects: object[];
    };
    expect(json.projects[0]).toMatchObject({
      calls: expect.arrayContaining([
        { numOfDays: 3, dimensions: ['URL', 'Device'], reason: 'heal', day: '2026-11-17' },
      ]),
      postponed: [],
      quota: { limit: 10, used: 0, reserve: 1, left: 1 },
      blocked: null,
    });
  });

  it('says why nothing is asked', async () => {
    const { run, simulator } = await aMonitor();
    simulator.fault({ type: 'status', status: 429 });
    await run('collect');
    expect((await run('plan')).stdout).toContain('another program uses them');
    const refused = await aMonitor();
    refused.simulator.fault({ type: 'status', status: 401 });
    await refused.run('collect');
    expect((await refused.run('plan')).stdout).toContain('Clarity has refused this token');
  });
});
