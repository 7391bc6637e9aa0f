import { projectOption } from '@clarity-keep/command-line';
import type { Argv } from 'yargs';

/** Which project and days are meant; what is asked checks it. */
export interface WindowOptions {
  project?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  days?: number | undefined;
}

/** The words for a project and days, which every command about what is kept takes. */
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
