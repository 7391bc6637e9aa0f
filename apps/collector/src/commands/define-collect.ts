import type { CommandModule } from 'yargs';

export interface CollectOptions {
  days?: 1 | 2 | 3 | undefined;
  json: boolean;
}

/** `collect`: its words and options. */
export function defineCollect(
  run: (options: CollectOptions) => Promise<void>,
): CommandModule<object, CollectOptions> {
  return {
    command: 'collect',
    describe: 'ask Clarity for the newest day and keep the answers',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 collect [--days N]\n\nAsks for the site as a whole, for pages by device and for sources by device: ' +
            'three of the ten calls that Clarity answers per project and UTC day. Each raw answer is kept before it ' +
            'is read. What is known already is not asked again, so it can run as often as you like; once a day is enough.',
        )
        .option('days', {
          choices: [1, 2, 3] as const,
          type: 'number',
          requiresArg: true,
          describe: 'ask for the last 1, 2 or 3 days, whatever is known already',
        })
        .option('json', { type: 'boolean', default: false, describe: 'print the result as JSON' })
        .example('$0 collect', 'what a cron job runs once a day')
        .example('$0 collect --days 3 --json', 'ask for one window by hand')
        .epilog(
          'Needs CLARITY_API_TOKEN and CLARITY_PROJECT_ID. Exit codes: 0 done, 2 configuration, 3 token refused, ' +
            '4 quota spent, 5 Clarity unreachable or failing, 6 answer not understood.',
        ),
    handler: ({ days, json }) => run({ days, json }),
  };
}
