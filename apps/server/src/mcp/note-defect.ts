import { randomUUID } from 'node:crypto';
import { jsonLine } from '@clarity-keep/command-line';

/** How what is told of a defect begins; everything else of it is in the log alone. */
export const DEFECT = 'Internal server error.';

/** Writes a defect to the log and gives what is told of it: an id that it is found by. */
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
