import type { Terminal } from './inquirer-prompts.ts';
import type { Prompts } from './prompts.ts';

/** Asks the person at the terminal of a process; null without one. */
export async function openPrompts(
  process: Terminal & { stdin: { isTTY?: boolean } },
): Promise<Prompts | null> {
  if (process.stdin.isTTY !== true || !process.stderr.isTTY) return null;
  return (await import('./inquirer-prompts.ts')).inquirerPrompts(process);
}
