import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import type { Schedule } from '@clarity-keep/environment';
import { defaultSchedule } from '@clarity-keep/environment';
import { describe, expect, it } from 'vitest';
import type { DaemonEvent } from '../../../src/commands/daemon/daemon-event.ts';
import { eventText } from '../../../src/commands/daemon/daemon-event.ts';
import { runDaemonJobs } from '../../../src/commands/daemon/run-daemon-jobs.ts';
import type { Job } from '@clarity-keep/collection';
import { jobs } from '@clarity-keep/collection';

const atQuarterPastFive = { ...defaultSchedule, collectAt: '05:15' };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Life {
  from: string;
  until: string;
  schedule?: Partial<Schedule>;
  /** All by default. */
  missed?: readonly Job[];
  /** The clock is set at an instant, as when a machine has slept, or was put right. */
  jumps?: readonly { at: string; to: string }[];
  /** How a run ends; done by default. */
  /** When calls become free that the run at an instant left out. */
  callsFreeAt?: (at: string) => Date | null;
  ends?: (job: Job, at: string) => ExitCode | Promise<ExitCode>;
  minutes?: (job: Job) => number;
  obstacle?: (job: Job) => string | null;
}

/** What a daemon does in a time that passes only while it sleeps or works. */
async function live(life: Life): Promise<{ runs: string[]; events: DaemonEvent[] }> {
  let time = Date.parse(life.from);
  const jumps = [...(life.jumps ?? [])];
  const pass = (ms: number) => {
    time += ms;
    const jump = jumps[0];
    if (jump !== undefined && time >= Date.parse(jump.at)) {
      time = Date.parse(jump.to);
      jumps.shift();
    }
    if (time >= Date.parse(life.until) && jumps.length === 0) stop.abort();
  };
  const stop = new AbortController();
  const runs: string[] = [];
  const events: DaemonEvent[] = [];
  let running = 0;
  await runDaemonJobs(
    {
      now: () => new Date(time),
      sleep: (ms) => {
        pass(ms);
        return Promise.resolve();
      },
      stop: stop.signal,
      log: (event) => events.push(event),
      obstacle: life.obstacle ?? (() => null),
      run: async (job) => {
        running += 1;
        if (running > 1) throw new Error('Two jobs at once.');
        const at = new Date(time).toISOString().replace(':00.000Z', 'Z');
        runs.push(`${job} ${at}`);
        pass((life.minutes?.(job) ?? 0) * MINUTE);
        const exitCode = await (life.ends?.(job, at) ?? exitCodes.done);
        running -= 1;
        return {
          exitCode,
          wasUnavailable: exitCode === exitCodes.unavailable,
          callsFreeAt: life.callsFreeAt?.(at) ?? null,
        };
      },
    },
    {
      // One run a week of the report, except where a test is about several.
      schedule: { ...atQuarterPastFive, reportLatestAt: '07:30', ...life.schedule },
      missed: life.missed ?? jobs,
    },
  );
  return { runs, events };
}

describe('the daemon', () => {
  it('does at its start what is due, and then each job at its time', async () => {
    const { runs } = await live({ from: '2026-11-20T12:00:00Z', until: '2026-11-24T12:00:00Z' });
    expect(runs).toEqual([
      'collect 2026-11-20T12:00Z',
      'report 2026-11-20T12:00Z',
      'collect 2026-11-21T05:15Z',
      'collect 2026-11-22T05:15Z',
      'collect 2026-11-23T05:15Z',
      'report 2026-11-23T07:30Z',
      'collect 2026-11-24T05:15Z',
    ]);
  });

  it('waits for the next time of what was not missed', async () => {
    const { runs } = await live({
      from: '2026-11-22T12:00:00Z',
      until: '2026-11-23T12:00:00Z',
      missed: [],
    });
    expect(runs).toEqual(['collect 2026-11-23T05:15Z', 'report 2026-11-23T07:30Z']);
  });

  it('looks after the report every hour for as long as it may have to wait', async () => {
    const { runs } = await live({
      from: '2026-11-23T06:00:00Z',
      until: '2026-11-30T08:00:00Z',
      schedule: { reportLatestAt: '10:00' },
      missed: [],
    });
    expect(runs.filter((run) => run.startsWith('report'))).toEqual([
      'report 2026-11-23T07:30Z',
      'report 2026-11-23T08:30Z',
      'report 2026-11-23T09:30Z',
      'report 2026-11-23T10:30Z',
      'report 2026-11-30T07:30Z',
    ]);
  });

  it('tries again in between when the mail server cannot be reached', async () => {
    const { runs } = await live({
      from: '2026-11-23T06:00:00Z',
      until: '2026-11-23T23:00:00Z',
      schedule: { reportLatestAt: '08:00' },
      missed: [],
      ends: () => exitCodes.unavailable,
    });
    expect(runs).toEqual([
      'report 2026-11-23T07:30Z',
      'report 2026-11-23T07:45Z',
      'report 2026-11-23T08:30Z',
      'report 2026-11-23T08:45Z',
      'report 2026-11-23T09:45Z',
    ]);
  });

  it('looks after a report once more when it has slept past the last time', async () => {
    const { runs } = await live({
      from: '2026-11-23T08:00:00Z',
      until: '2026-11-23T20:00:00Z',
      schedule: { reportLatestAt: '12:00' },
      missed: [],
      jumps: [{ at: '2026-11-23T08:45:00Z', to: '2026-11-23T15:00:00Z' }],
    });
    expect(runs).toEqual(['report 2026-11-23T08:30Z', 'report 2026-11-23T15:00Z']);
  });

  it('sends no report before the time of its week', async () => {
    const { runs } = await live({
      from: '2026-11-25T12:00:00Z',
      until: '2026-11-27T12:00:00Z',
      schedule: { reportOn: 'friday' },
    });
    expect(runs.filter((run) => run.startsWith('report'))).toEqual(['report 2026-11-27T07:30Z']);
  });

  it.each([
    ['spring', '2027-03-10T12:00:00Z', '2027-04-10T12:00:00Z', '2027-03-28T01:00Z'],
    ['autumn', '2026-10-10T12:00:00Z', '2026-11-10T12:00:00Z', '2026-10-25T00:30Z'],
  ])('lives through a month with the change of %s', async (_season, from, until, changed) => {
    const timeZone = 'Europe/Berlin';
    const { runs } = await live({ from, until, schedule: { timeZone, collectAt: '02:30' } });
    const days = (job: Job) =>
      runs
        .filter((run) => run.startsWith(job))
        .slice(1)
        .map((run) => new Date(run.slice(job.length + 1)))
        .map((at) => at.toLocaleDateString('sv-SE', { timeZone }));
    const start = Date.parse(from);
    const expected = Array.from({ length: 31 }, (_, day) =>
      new Date(start + (day + 1) * DAY).toISOString().slice(0, 10),
    );
    expect(days('collect')).toEqual(expected);
    expect(days('report')).toEqual(
      expected.filter((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1),
    );
    expect(runs).toContain(`collect ${changed}`);
  });

  it('makes up once for what it has slept through', async () => {
    const { runs, events } = await live({
      from: '2026-11-20T12:00:00Z',
      until: '2026-11-25T12:00:00Z',
      jumps: [{ at: '2026-11-21T22:00:00Z', to: '2026-11-24T22:00:00Z' }],
    });
    expect(runs.slice(2)).toEqual([
      'collect 2026-11-21T05:15Z',
      'collect 2026-11-24T22:00Z',
      'report 2026-11-24T22:00Z',
      'collect 2026-11-25T05:15Z',
    ]);
    expect(events).toContainEqual({
      type: 'clock-jumped',
      from: '2026-11-21T21:59:00.000Z',
      to: '2026-11-24T22:00:00.000Z',
    });
    expect(events).toContainEqual({ type: 'job-started', job: 'collect', reason: 'late' });
  });

  it('goes on when the clock was a year ahead and is put right', async () => {
    const { runs } = await live({
      from: '2027-11-20T12:00:00Z',
      until: '2026-11-21T12:00:00Z',
      jumps: [{ at: '2027-11-20T13:00:00Z', to: '2026-11-20T13:00:00Z' }],
    });
    expect(runs.slice(2)).toEqual(['collect 2026-11-21T05:15Z']);
  });

  it('does a job that fell due during another one when that has ended', async () => {
    const { runs } = await live({
      from: '2026-11-23T05:00:00Z',
      until: '2026-11-24T12:00:00Z',
      missed: [],
      minutes: (job) => (job === 'collect' ? 3 * 60 : 23 * 60),
    });
    expect(runs).toEqual([
      'collect 2026-11-23T05:15Z',
      'report 2026-11-23T08:15Z',
      'collect 2026-11-24T07:15Z',
    ]);
  });

  it('tries again twice when nobody could be reached, and then waits for the next day', async () => {
    const { runs, events } = await live({
      from: '2026-11-20T05:00:00Z',
      until: '2026-11-21T12:00:00Z',
      missed: [],
      ends: (_job, at) => (at < '2026-11-21' ? exitCodes.unavailable : exitCodes.done),
    });
    expect(runs).toEqual([
      'collect 2026-11-20T05:15Z',
      'collect 2026-11-20T05:30Z',
      'collect 2026-11-20T06:30Z',
      'collect 2026-11-21T05:15Z',
    ]);
    expect(events.filter(({ type }) => type === 'job-ended')).toMatchObject([
      { exitCode: 5, retryAt: '2026-11-20T05:30:00.000Z' },
      { exitCode: 5, retryAt: '2026-11-20T06:30:00.000Z' },
      { exitCode: 5, retryAt: null },
      { exitCode: 0, retryAt: null },
    ]);
  });

  it('tries again when calls that were left out become free, and then waits for the next day', async () => {
    const { runs } = await live({
      from: '2026-11-20T05:00:00Z',
      until: '2026-11-21T12:00:00Z',
      missed: [],
      callsFreeAt: (at) =>
        at.startsWith('2026-11-20T05') ? new Date('2026-11-20T14:00:03Z') : null,
    });
    expect(runs.map((run) => run.slice(0, 'collect 2026-11-20T14:00'.length))).toEqual([
      'collect 2026-11-20T05:15',
      'collect 2026-11-20T14:00',
      'collect 2026-11-21T05:15',
    ]);
  });

  it('tries six times a day at most while another program uses all calls', async () => {
    const { runs } = await live({
      from: '2026-11-20T05:00:00Z',
      until: '2026-11-21T05:00:00Z',
      missed: [],
      ends: () => exitCodes.quotaSpent,
      callsFreeAt: (at) => new Date(Date.parse(at) + 60 * MINUTE),
    });
    expect(runs).toHaveLength(7);
  });

  it.each([exitCodes.defect, exitCodes.usage, exitCodes.tokenRefused, exitCodes.quotaSpent])(
    'does not try again what ended with %i',
    async (exitCode) => {
      const { runs } = await live({
        from: '2026-11-20T05:00:00Z',
        until: '2026-11-20T23:00:00Z',
        missed: [],
        ends: () => exitCode,
      });
      expect(runs).toEqual(['collect 2026-11-20T05:15Z']);
    },
  );

  it('outlives a job that throws, and tells its exit code', async () => {
    const configuration = Object.assign(new Error('No such\u001b[2J folder.'), {
      name: 'ConfigurationError',
      exitKind: 'configuration',
    });
    const { runs, events } = await live({
      from: '2026-11-20T05:00:00Z',
      until: '2026-11-22T05:00:00Z',
      missed: [],
      obstacle: () => {
        throw configuration;
      },
    });
    expect(runs).toEqual([]);
    expect(events.filter(({ type }) => type === 'job-ended')).toMatchObject([
      { job: 'collect', exitCode: 2 },
      { job: 'collect', exitCode: 2 },
    ]);
    const said = events.find(({ type }) => type === 'job-said');
    expect(said).toMatchObject({ line: expect.stringContaining('No such') as string });
    expect(said && eventText(said)).not.toContain('\u001b');
  });

  it('skips with one line what cannot run', async () => {
    const { runs, events } = await live({
      from: '2026-11-23T07:00:00Z',
      until: '2026-11-23T12:00:00Z',
      missed: [],
      obstacle: () => 'because SMTP_URL is not set',
    });
    expect(runs).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual([
      'waiting',
      'job-skipped',
      'waiting',
      'stopping',
      'stopped',
    ]);
  });

  it('lets a running job come to its end when told to stop, and starts no other', async () => {
    const { runs, events } = await live({
      from: '2026-11-23T12:00:00Z',
      until: '2026-11-23T12:30:00Z',
      minutes: () => 60,
    });
    expect(runs).toEqual(['collect 2026-11-23T12:00Z']);
    expect(events.slice(1)).toEqual([
      { type: 'stopping', job: 'collect' },
      { type: 'job-ended', job: 'collect', exitCode: 0, seconds: 3600, retryAt: null },
      { type: 'stopped' },
    ]);
  });
});
