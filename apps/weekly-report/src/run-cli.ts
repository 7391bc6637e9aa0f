import { runCommandLine } from './build-cli.ts';
import type { CliDeps } from './cli-deps.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCodeOfError, exitCodes } from './exit-code.ts';

/**
 * Runs one command line and returns its exit code. Errors reach the user here, once. The commands are
 * loaded when they run, so that help is there at once.
 */
export async function runCli(argv: readonly string[], deps: CliDeps): Promise<ExitCode> {
  try {
    const { exitCode, text } = await runCommandLine(
      argv,
      {
        preview: async (options) =>
          (await import('./commands/run-preview.ts')).runPreview(deps, options),
        send: async (options) => (await import('./commands/run-send.ts')).runSend(deps, options),
      },
      { columns: deps.stdout.columns },
    );
    if (text !== '') deps.stdout.write(`${text}\n`);
    return exitCode;
  } catch (error) {
    const exitCode = exitCodeOfError(error);
    deps.stderr.write(`${errorText(error, exitCode)}\n`);
    return exitCode;
  }
}

function errorText(error: unknown, exitCode: ExitCode): string {
  if (!(error instanceof Error)) return String(error);
  if (exitCode !== exitCodes.defect) return error.message;
  return `This is a defect of Clarity Keep, please report it.\n${error.stack ?? error.message}`;
}
