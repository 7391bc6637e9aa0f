import type { Variables } from '@clarity-keep/environment';
import { readVariables, secretValues } from '@clarity-keep/environment';
import { withPings } from '@clarity-keep/notify';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment, recipientsOf, reportPingUrl, requireMailSettings } from '../env.ts';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, tellError, UsageError } from '@clarity-keep/command-line';
import type { SendResult } from '../send/send-weekly-report.ts';
import { sendWeeklyReport } from '../send/send-weekly-report.ts';
import type { SendOptions } from './define-send.ts';
import { openReports } from './open-reports.ts';
import { sendMessages, sendSummary } from './send-text.ts';
import { wordsAdder } from '../words/words-adder.ts';
import { wordsSettings } from '../words/words-settings.ts';

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
  const { smtp, from } = requireMailSettings(environment);
  const addWords = wordsAdder(deps, wordsSettings(environment));
  const { db, configuration, reports } = await openReports(deps, environment, options);
  try {
    const early = reports.find(({ isOver }) => !isOver);
    if (early !== undefined) {
      throw new UsageError(
        `Week ${early.week} is not over in ${early.project.timeZone}: a report is sent once, so it waits for its last day. ` +
          `To see it now: clarity-keep-report preview --week ${early.week}`,
      );
    }
    // All of them before the first mail, so that none is sent when one is wrong.
    const addressed = reports.map(({ project, week }) => {
      const configured = configuration.projects.find(({ id }) => id === project.id);
      return { project, week, from, recipients: recipientsOf(environment, configured) };
    });
    const transport = await deps.openTransport(smtp);
    const results: SendResult[] = [];
    for (const input of addressed) {
      const result = await sendWeeklyReport({
        deps: { db, transport, now: deps.now, addWords },
        input,
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
