import { errorText } from './error-text.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCodeOfError } from './exit-code.ts';

/** Turns an error that ended a command into its exit code and a message. */
export async function tellError(error: unknown): Promise<{ exitCode: ExitCode; text: string }> {
  const exitCode = exitCodeOfError(error);
  return { exitCode, text: await errorText(error, exitCode) };
}
