import { projectOption } from '@clarity-keep/command-line';
import type { Argv } from 'yargs';

/** The project and days; the question validates them. */
export interface WindowOptions {
  project?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  days?: number | undefined;
}

/** The options for a project and days, which every command about stored data accepts. */
export function windowOptions<Options>(yargs: Argv<Options>) {
  return yargs
    .option('project', projectOption)
    .option('from', { type: 'string', requiresArg: true, describe: 'first day, e.g. 2026-11-16' })
    .option('to', { type: 'string', requiresArg: true, describe: 'last day' })
    .option('days', {
      type: 'number',
      requiresArg: true,
      describe: 'number of days, up to yesterday',
    });
}
