import { openDatabase } from '@clarity-keep/db';
import type { Variables } from '@clarity-keep/environment';
import { readVariables, secretValues } from '@clarity-keep/environment';
import { withPings } from '@clarity-keep/notify';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment, reportPingUrl, requireMailSettings } from '../env.ts';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, tellError, UsageError } from '@clarity-keep/command-line';
import type { SendResult } from '../send/send-weekly-report.ts';
import { sendWeeklyReport } from '../send/send-weekly-report.ts';
import type { SendOptions } from './define-send.ts';
import { pickReports } from './pick-reports.ts';
import { sendMessages, sendSummary } from './send-text.ts';

/** Sends each report that is due, tells what became of it, and pings the monitor of the job. */
export async function runSend(deps: CliDeps, options: SendOptions): Promise<ExitCode> {
  const variables = readVariables(deps.cwd, deps.variables);
  return withPings(
    deps,
    { pingUrl: reportPingUrl(variables), secrets: secretValues(variables), tellError },
    (pinged) => sendReports(pinged, variables, options),
  );
}

async function sendReports(
  deps: CliDeps,
  variables: Variables,
  options: SendOptions,
): Promise<ExitCode> {
  const environment = parseEnvironment(variables);
  const { smtp, from, recipients } = requireMailSettings(environment);
  const db = openDatabase({ url: environment.DATABASE_URL, cwd: deps.cwd, mustExist: true });
  try {
    const picked = pickReports(db, {
      project: options.project ?? environment.CLARITY_PROJECT_ID,
      week: options.week,
      now: deps.now(),
    });
    const early = picked.find(({ isOver }) => !isOver);
    if (early !== undefined) {
      throw new UsageError(
        `Week ${early.week} is not over in ${early.project.timeZone}: a report is sent once, so it waits for its last day. ` +
          `To see it now: clarity-keep-report preview --week ${early.week}`,
      );
    }
    const transport = await deps.openTransport(smtp);
    const results: SendResult[] = [];
    for (const { project, week } of picked) {
      const result = await sendWeeklyReport({
        deps: { db, transport, now: deps.now },
        input: { project, week, from, recipients },
      });
      results.push(result);
      for (const message of sendMessages(result)) deps.stderr.write(`${message}\n`);
      if (!options.json) deps.stdout.write(`${sendSummary(result)}\n`);
      if (isLoginRefused(result)) break;
    }
    if (options.json) deps.stdout.write(jsonText({ reports: results }));
    return exitCodeOf(results);
  } finally {
    await db.close();
  }
}

function isLoginRefused({ failed }: SendResult): boolean {
  return failed.some(({ type }) => type === 'login');
}

function exitCodeOf(results: readonly SendResult[]): ExitCode {
  if (results.some(isLoginRefused)) return exitCodes.usage;
  const isSettled = results.every(
    ({ failed, abandoned }) => failed.length === 0 && abandoned.length === 0,
  );
  return isSettled ? exitCodes.done : exitCodes.unavailable;
}
