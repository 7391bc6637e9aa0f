import { jsonOption, onlyProjectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface PlanOptions {
  days?: 1 | 2 | 3 | undefined;
  project?: string | undefined;
  json: boolean;
}

/** `plan`: its words and options. */
export function planCommand(
  run: (options: PlanOptions) => Promise<void>,
): CommandModule<object, PlanOptions> {
  return {
    command: 'plan',
    describe: 'show the calls that collect would make, and make none',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 plan\n\nShows the calls that "collect" would make now, why each is made, and what stays of the ten that Clarity ' +
            'answers per project and UTC day. It spends nothing.',
        )
        .option('project', onlyProjectOption)
        .option('days', {
          choices: [1, 2, 3] as const,
          type: 'number',
          requiresArg: true,
          describe: 'as "collect --days" would ask',
        })
        .option('json', jsonOption)
        .example('$0 plan', 'what a collection would ask now'),
    handler: ({ days, project, json }) => run({ days, project, json }),
  };
}
