import type { ExitCode } from '@clarity-keep/command-line';
import { jsonText, UsageError } from '@clarity-keep/command-line';
import { readReportSettings, runReportJob, sendDue } from '@clarity-keep/reporting';
import type { CliDeps } from '../../cli-deps.ts';
import type { SendOptions } from './command.ts';
import { confirmForce } from './confirm-force.ts';
import { runResume } from './resume/run.ts';

/** Sends what is due, or what is to be sent again, and tells what became of it. */
export async function runSend(deps: CliDeps, options: SendOptions): Promise<ExitCode> {
  const { week, project, digest, resume, force, yes, json } = options;
  if (yes && !force) throw new UsageError('--yes confirms --force, so it needs --force.');
  if (resume !== undefined && force) {
    throw new UsageError(
      'Use either --resume or --force, not both. --resume asks about each mail.',
    );
  }
  if (digest === true && project !== undefined) {
    throw new UsageError('--digest is one mail for all projects. Leave out --project.');
  }
  if (resume !== undefined) {
    return runResume(deps, { week, project, digest: digest === true, choice: resume, json });
  }
  const sending = { ...deps, stdout: json ? NOWHERE : deps.stdout };
  const request = { week, project, digest };
  // The monitor watches the job, not what somebody does by hand.
  const { exitCode, answer } = force
    ? await sendDue(sending, readReportSettings(deps), {
        ...request,
        confirmForce: (issues) => confirmForce(deps, { issues, yes }),
      })
    : await runReportJob(sending, request);
  if (json) deps.stdout.write(jsonText(answer));
  return exitCode;
}

/** With --json the result is the only thing on stdout. */
const NOWHERE = { write: () => undefined };
