import type { ExitCode } from '@clarity-keep/command-line';
import { messageOutput, runProgram } from '@clarity-keep/command-line';
import type { CliDeps } from './cli-deps.ts';
import { defineProgram } from './define-program.ts';

/** Runs one command line. The commands are loaded when they run, so that help is there at once. */
export function runCli(argv: readonly string[], given: CliDeps): Promise<ExitCode> {
  const deps = { ...given, stderr: messageOutput(given.stderr) };
  const program = defineProgram({
    list: async (options) => (await import('./commands/list/run.ts')).runList(deps, options),
    preview: async (options) =>
      (await import('./commands/preview/run.ts')).runPreview(deps, options),
    resend: async (options) => (await import('./commands/resend/run.ts')).runResend(deps, options),
    send: async (options) => (await import('./commands/send/run.ts')).runSend(deps, options),
    show: async (options) => (await import('./commands/show/run.ts')).runShow(deps, options),
    recipients: async (options) =>
      (await import('./commands/recipients/run.ts')).runRecipients(deps, options),
  });
  return runProgram(program, argv, deps);
}
