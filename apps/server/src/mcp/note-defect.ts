import { randomUUID } from 'node:crypto';
import { jsonLine } from '@clarity-keep/command-line';

/** How a message about a defect starts; the details are in the log alone. */
export const DEFECT = 'Internal server error.';

/** Logs a defect and returns the message for the client: an ID to find it by. */
export function noteDefect(
  log: { write(line: string): unknown },
  about: { time: Date } & Record<string, unknown>,
  error: unknown,
): string {
  const id = randomUUID();
  const stack = error instanceof Error ? error.stack : String(error);
  log.write(`${jsonLine({ ...about, outcome: 'defect', id, error: stack })}\n`);
  return `${DEFECT} The standard error of the server has it as ${id}.`;
}
