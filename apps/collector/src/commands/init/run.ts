import type { ExitCode, Prompts } from '@clarity-keep/command-line';
import { CancelledError, exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import type { CliDeps } from '../../cli-deps.ts';
import { newEnvPath } from './files/env-file.ts';
import { givenAnswers } from './answers/given-answers.ts';
import { askPlan, takePlan } from './plan-set-up.ts';
import type { SetUpPlan } from './write-set-up.ts';
import { writeSetUp } from './write-set-up.ts';
import { nextStepsText, WITHOUT_A_TERMINAL, writtenText } from './text.ts';
import type { InitOptions } from './command.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { runCollect } from '../collect/run.ts';
import { runPlan } from '../plan/run.ts';

/** Sets up a project, and collects for the first time on request. */
export async function runInit(deps: CliDeps, options: InitOptions): Promise<ExitCode> {
  const path = newEnvPath(deps.cwd);
  const prompts = await promptsFor(deps, options);
  const plan = await planFor(deps, { options, prompts });
  const written = writeSetUp(deps, { path, plan });
  deps.stdout.write(options.json ? jsonText(written) : writtenText(written));
  for (const warning of written.warnings) deps.stderr.write(`Warning: ${warning}\n`);
  if (options.json) return exitCodes.done;
  const exitCode = prompts === null ? exitCodes.done : await offerCollection(deps, prompts);
  deps.stdout.write(`\n${nextStepsText()}`);
  return exitCode;
}

/** Null when no questions are asked. */
async function promptsFor(
  { openPrompts }: CliDeps,
  { tokenFromStdin, yes }: InitOptions,
): Promise<Prompts | null> {
  if (tokenFromStdin) return null;
  if (yes) throw new UsageError('--yes needs --token-from-stdin.');
  const prompts = await openPrompts();
  if (prompts === null) throw new UsageError(WITHOUT_A_TERMINAL);
  return prompts;
}

async function planFor(
  deps: CliDeps,
  { options, prompts }: { options: InitOptions; prompts: Prompts | null },
): Promise<SetUpPlan> {
  const { cwd, now, stderr, readStdin } = deps;
  const given = givenAnswers(options);
  const say = (text: string): void => void stderr.write(`${text}\n`);
  if (prompts === null) return takePlan({ cwd, now, say, readStdin }, { given, yes: options.yes });
  try {
    return await askPlan({ cwd, now, prompts, say: (text) => say(`\n${text}`) }, given);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new UsageError('Cancelled: nothing was written and no call was made.', {
      cause: error,
    });
  }
}

/** Calls are few, so none is made without a yes. */
async function offerCollection(deps: CliDeps, prompts: Prompts): Promise<ExitCode> {
  deps.stderr.write('\n');
  // To stderr, for stdout is for what was set up.
  const settings = readSettings(deps, undefined);
  await runPlan({ ...deps, stdout: deps.stderr }, { json: false }, settings);
  try {
    const isWanted = await prompts.confirm({ message: 'Collect now?', default: false });
    return isWanted
      ? await runCollect(deps, { wait: 0, dryRun: false, json: false }, settings)
      : exitCodes.done;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    deps.stderr.write('Cancelled: .env was written, but no call was made.\n');
    return exitCodes.usage;
  }
}
