import { jsonOption, onlyProjectOption, UsageError } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface CollectOptions {
  days?: 1 | 2 | 3 | undefined;
  project?: string | undefined;
  /** Minutes to wait for calls that become free meanwhile. */
  wait: number;
  dryRun: boolean;
  json: boolean;
}

/** A run must not reach into the next one. */
const MAX_WAIT_MINUTES = 12 * 60;

/** Usage and options of `collect`. */
export function collectCommand(
  run: (options: CollectOptions) => Promise<void>,
): CommandModule<object, Omit<CollectOptions, 'dryRun'> & { 'dry-run': boolean }> {
  return {
    command: 'collect',
    describe: 'collect the newest day and fill gaps',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 collect [--dry-run]\n\nCollects the newest day (the whole site, pages by device, sources by device) and fills gaps that ' +
            'Clarity can still fill. Clarity allows ten calls per project in any 24 hours; one is left in reserve. ' +
            'The first run makes nine calls and collects three days. Every raw response is stored before it is ' +
            'parsed. Days that are already collected cost no further call, so you can run it as often as you ' +
            'like; once a day is enough.',
        )
        .option('dry-run', {
          type: 'boolean',
          default: false,
          describe: 'show the planned calls and why, without making them',
        })
        .option('project', onlyProjectOption)
        .option('days', {
          choices: [1, 2, 3] as const,
          type: 'number',
          requiresArg: true,
          describe: 'collect the last 1, 2 or 3 days, even if already collected',
        })
        .option('wait', {
          type: 'number',
          requiresArg: true,
          default: 0,
          describe: 'minutes to wait for calls to become free',
        })
        .check(({ wait }) => {
          if (wait >= 0 && wait <= MAX_WAIT_MINUTES) return true;
          throw new UsageError(`--wait must be a number of minutes from 0 to ${MAX_WAIT_MINUTES}.`);
        })
        .option('json', jsonOption)
        .example('$0 collect', 'what cron runs once a day')
        .example('$0 collect --dry-run', 'what it would collect, and the calls left')
        .example('$0 collect --wait 15', "wait for yesterday's calls to become free")
        .example('$0 collect --days 3 --json', 'collect one window by hand')
        .epilog(
          'Needs CLARITY_API_TOKEN and CLARITY_PROJECT_ID, or a clarity-keep.json. Exit codes: 0 done, 2 configuration, ' +
            '3 token refused, 4 quota spent, 5 Clarity unreachable or failing, 6 response not understood; with several ' +
            'projects, the worst of them.',
        ),
    handler: ({ days, project, wait, 'dry-run': dryRun, json }) =>
      run({ days, project, wait, dryRun, json }),
  };
}
