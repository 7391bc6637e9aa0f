import { errorText } from './error-text.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCodeOfError } from './exit-code.ts';

/** What becomes of an error that ended a command: its exit code, and what a person reads. */
export async function tellError(error: unknown): Promise<{ exitCode: ExitCode; text: string }> {
  const exitCode = exitCodeOfError(error);
  return { exitCode, text: await errorText(error, exitCode) };
}
