import type { CommandModule } from 'yargs';
import { UsageError, jsonOption, onlyProjectOption } from '@clarity-keep/command-line';
// Not from the package's door: help must not load the database.
import { DEFAULT_MAX_AGE_HOURS } from '@clarity-keep/collection/max-age';

export interface StatusOptions {
  project?: string | undefined;
  check: boolean;
  maxAgeHours: number;
  json: boolean;
}

/** Usage and options of `status`. */
export function statusCommand(
  run: (options: StatusOptions) => Promise<void>,
): CommandModule<object, Omit<StatusOptions, 'maxAgeHours'> & { 'max-age-hours': number }> {
  return {
    command: 'status',
    describe: 'show how collecting is going, for people and monitors',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 status [--check]\n\nShows for each project the coverage of the last 28 days, the calls of the last 24 hours, the latest calls, the next ' +
            'run, and when the token expires. It makes no call.',
        )
        .option('check', {
          type: 'boolean',
          default: false,
          describe:
            'print only problems, to stderr; exit with 7 if data is stale or a gap can still be filled',
        })
        .option('max-age-hours', {
          type: 'number',
          requiresArg: true,
          default: DEFAULT_MAX_AGE_HOURS,
          describe: 'data is stale once the newest response is older',
        })
        .option('project', onlyProjectOption)
        .option('json', jsonOption)
        .check(({ 'max-age-hours': hours }) => {
          if (Number.isFinite(hours) && hours > 0) return true;
          throw new UsageError('--max-age-hours must be a number above 0.');
        })
        .example('$0 status', 'all projects')
        .example('$0 status --check || mail -s "Clarity Keep" you@example.com', 'in a cron job')
        .epilog(
          'Exit codes: 0 fine, 2 configuration, 7 stale or a gap to fill (only with --check).',
        ),
    handler: ({ project, check, 'max-age-hours': maxAgeHours, json }) =>
      run({ project, check, maxAgeHours, json }),
  };
}
