import { databaseTrouble } from './database-trouble.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCodes } from './exit-code.ts';

/** An error as a person reads it. It may quote what visitors typed, so no line of it moves a cursor. */
export async function errorText(error: unknown, exitCode: ExitCode): Promise<string> {
  const { displayText } = await import('@clarity-keep/core/display');
  const text = error instanceof Error ? foreseenOrStack(error, exitCode) : String(error);
  return text
    .split('\n')
    .map((line) => displayText(line))
    .join('\n');
}

function foreseenOrStack(error: Error, exitCode: ExitCode): string {
  const trouble = databaseTrouble(error);
  if (trouble !== null) return trouble;
  if (exitCode !== exitCodes.defect) return error.message;
  return `This is a bug in Clarity Keep, please report it.\n${error.stack ?? error.message}`;
}
