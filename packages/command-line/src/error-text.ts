import type { ExitCode } from './exit-code.ts';
import { exitCodes, isDatabaseBusy } from './exit-code.ts';

/** An error as a person reads it. It may quote what visitors typed, so no line of it moves a cursor. */
export async function errorText(error: unknown, exitCode: ExitCode): Promise<string> {
  const { displayText } = await import('@clarity-keep/core');
  const text = error instanceof Error ? foreseenOrStack(error, exitCode) : String(error);
  return text
    .split('\n')
    .map((line) => displayText(line))
    .join('\n');
}

function foreseenOrStack(error: Error, exitCode: ExitCode): string {
  if (isDatabaseBusy(error)) {
    return 'Another program keeps the database file to itself. Run again when it is done.';
  }
  if (exitCode !== exitCodes.defect) return error.message;
  return `This is a defect of Clarity Keep, please report it.\n${error.stack ?? error.message}`;
}
