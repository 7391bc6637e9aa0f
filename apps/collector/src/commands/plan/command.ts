import { jsonOption, onlyProjectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface PlanOptions {
  days?: 1 | 2 | 3 | undefined;
  project?: string | undefined;
  json: boolean;
}

/** Usage and options of `plan`. */
export function planCommand(
  run: (options: PlanOptions) => Promise<void>,
): CommandModule<object, PlanOptions> {
  return {
    command: 'plan',
    describe: 'show the calls collect would make, without making them',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 plan\n\nShows the calls "collect" would make now, why it would make each of them, and how many of the ' +
            'ten calls in 24 hours (per project) would be left. It makes no call.',
        )
        .option('project', onlyProjectOption)
        .option('days', {
          choices: [1, 2, 3] as const,
          type: 'number',
          requiresArg: true,
          describe: 'as with "collect --days"',
        })
        .option('json', jsonOption)
        .example('$0 plan', 'what a collection would do now'),
    handler: ({ days, project, json }) => run({ days, project, json }),
  };
}
