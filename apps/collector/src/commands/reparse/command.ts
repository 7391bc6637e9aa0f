import { jsonOption, onlyProjectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface ReparseOptions {
  project?: string | undefined;
  json: boolean;
}

/** `reparse`: its words and options. */
export function reparseCommand(
  run: (options: ReparseOptions) => Promise<void>,
): CommandModule<object, ReparseOptions> {
  return {
    command: 'reparse',
    describe: 'make all facts anew from the raw answers',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 reparse\n\nMakes every fact anew from the archive of raw answers: after the URL rules or the time zone were changed, ' +
            'or with a version that understands more. It asks Clarity nothing, is done as a whole or not at all, and changes ' +
            'nothing when nothing has changed. Days whose raw answers were pruned stay as they are.',
        )
        .option('project', onlyProjectOption)
        .option('json', jsonOption)
        .example('$0 urls --preview rules.json', 'first see what would merge')
        .example('$0 reparse', 'then group all history by the configured rules'),
    handler: ({ project, json }) => run({ project, json }),
  };
}
