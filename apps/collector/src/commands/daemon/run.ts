import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes } from '@clarity-keep/command-line';
import type { Schedule } from '@clarity-keep/environment';
import { reportHours } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { checkSettings } from './check-settings.ts';
import { daemonJobs } from './daemon-jobs.ts';
import { daemonLog } from './daemon-log.ts';
import { jobRuns } from './job-runs.ts';
import { missedJobs } from './missed-jobs.ts';
import { runDaemonJobs } from './run-daemon-jobs.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import type { DaemonOptions } from './command.ts';

/** Milliseconds within which the daemon exits once it is stopped, before Docker kills it. */
const END_MS = 9_000;

/** Runs until it is stopped. */
export async function runDaemon(
  deps: CliDeps,
  { catchUp, json }: DaemonOptions,
): Promise<ExitCode> {
  const settings = loadSettings(deps);
  await checkSettings(settings, deps.cwd);
  const missed = catchUp ? await missedJobs(deps, settings) : [];
  const { schedule } = settings.configuration;
  const stop = deps.stopSignal(END_MS);
  const log = daemonLog(deps, { json });
  log({ type: 'ready', ...readyWords(schedule) });
  await runDaemonJobs(
    {
      now: deps.now,
      sleep: deps.sleep,
      stop,
      log,
      ...daemonJobs(deps, { runs: jobRuns, log, stop }),
    },
    { schedule, missed },
  );
  return exitCodes.done;
}

function readyWords(schedule: Schedule): { collect: string; report: string; timeZone: string } {
  const { collectAt, reportAt, reportOn, timeZone } = schedule;
  const { first, last } = reportHours(schedule);
  const hourly = first === last ? '' : `, hourly until ${last}${reportAt.slice(2)}`;
  return { collect: collectAt, report: `${reportAt} on ${inPlural(reportOn)}${hourly}`, timeZone };
}

/** `monday` as the Mondays that a report goes out on. */
function inPlural(weekday: string): string {
  return `${weekday.slice(0, 1).toUpperCase()}${weekday.slice(1)}s`;
}
