import { jsonOption, onlyProjectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface ReparseOptions {
  project?: string | undefined;
  json: boolean;
}

/** Usage and options of `reparse`. */
export function reparseCommand(
  run: (options: ReparseOptions) => Promise<void>,
): CommandModule<object, ReparseOptions> {
  return {
    command: 'reparse',
    describe: 'rebuild all facts from the raw responses',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 reparse\n\nRebuilds all facts from the stored raw responses: after URL rules or the time zone changed, or ' +
            'when a new version understands more. It makes no call, succeeds as a whole or changes nothing, and ' +
            'does nothing if nothing changed. Days whose raw responses were pruned stay as they are.',
        )
        .option('project', onlyProjectOption)
        .option('json', jsonOption)
        .example('$0 urls --preview rules.json', 'first see what would change')
        .example('$0 reparse', 'then regroup all history by the configured rules'),
    handler: ({ project, json }) => run({ project, json }),
  };
}
