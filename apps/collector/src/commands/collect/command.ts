import { jsonOption, onlyProjectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface CollectOptions {
  days?: 1 | 2 | 3 | undefined;
  project?: string | undefined;
  dryRun: boolean;
  json: boolean;
}

/** `collect`: its words and options. */
export function collectCommand(
  run: (options: CollectOptions) => Promise<void>,
): CommandModule<object, Omit<CollectOptions, 'dryRun'> & { 'dry-run': boolean }> {
  return {
    command: 'collect',
    describe: 'ask Clarity what is missing and keep the answers',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 collect [--dry-run]\n\nAsks for the newest day (the site as a whole, pages by device, sources by device) and for ' +
            'older days that are missing and that Clarity still has: at most ten calls per project and UTC day, one of ' +
            'them left in reserve. The first time it takes nine calls and brings three days. Each raw answer is kept ' +
            'before it is read. What is known already is not asked again, so it can run as often as you like; once a day ' +
            'is enough.',
        )
        .option('dry-run', {
          type: 'boolean',
          default: false,
          describe: 'show the calls and why each is made, and make none',
        })
        .option('project', onlyProjectOption)
        .option('days', {
          choices: [1, 2, 3] as const,
          type: 'number',
          requiresArg: true,
          describe: 'ask for the last 1, 2 or 3 days, whatever is known already',
        })
        .option('json', jsonOption)
        .example('$0 collect', 'what a cron job runs once a day')
        .example('$0 collect --dry-run', 'what it would ask, and what stays of the ten calls')
        .example('$0 collect --days 3 --json', 'ask for one window by hand')
        .epilog(
          'Needs CLARITY_API_TOKEN and CLARITY_PROJECT_ID, or a clarity-keep.json. Exit codes: 0 done, 2 configuration, ' +
            '3 token refused, 4 quota spent, 5 Clarity unreachable or failing, 6 answer not understood; of several ' +
            'projects, the worst.',
        ),
    handler: ({ days, project, 'dry-run': dryRun, json }) => run({ days, project, dryRun, json }),
  };
}
