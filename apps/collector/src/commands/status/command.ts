import type { CommandModule } from 'yargs';
import { UsageError, jsonOption, onlyProjectOption } from '@clarity-keep/command-line';
import { DEFAULT_MAX_AGE_HOURS } from '@clarity-keep/collection';

export interface StatusOptions {
  project?: string | undefined;
  check: boolean;
  maxAgeHours: number;
  json: boolean;
}

/** `status`: its words and options. */
export function statusCommand(
  run: (options: StatusOptions) => Promise<void>,
): CommandModule<object, Omit<StatusOptions, 'maxAgeHours'> & { 'max-age-hours': number }> {
  return {
    command: 'status',
    describe: 'show how the collection is doing, for people and monitors',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 status [--check]\n\nShows per project what is known of the last 28 days, the calls of today, the last calls, the ' +
            'next run, and until when the token is good. It asks Clarity nothing.',
        )
        .option('check', {
          type: 'boolean',
          default: false,
          describe:
            'print nothing, and exit with 7 when data are stale or a missing day can still be healed',
        })
        .option('max-age-hours', {
          type: 'number',
          requiresArg: true,
          default: DEFAULT_MAX_AGE_HOURS,
          describe: 'data are stale when the newest answer is older',
        })
        .option('project', onlyProjectOption)
        .option('json', jsonOption)
        .check(({ 'max-age-hours': hours }) => {
          if (Number.isFinite(hours) && hours > 0) return true;
          throw new UsageError(`Expected --max-age-hours to be a number above 0, got ${hours}.`);
        })
        .example('$0 status', 'a look at all projects')
        .example('$0 status --check || mail -s "Clarity Keep" you@example.com', 'in a cron job')
        .epilog(
          'Exit codes: 0 fine, 2 configuration, 7 stale or a gap to heal (only with --check).',
        ),
    handler: ({ project, check, 'max-age-hours': maxAgeHours, json }) =>
      run({ project, check, maxAgeHours, json }),
  };
}
