import { jsonOption, projectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface AnnotateOptions {
  page?: string | undefined;
  text?: string | undefined;
  date?: string | undefined;
  /** The id of one to forget. */
  remove?: number | undefined;
  project?: string | undefined;
  json: boolean;
}

/** `annotate`: its words and options. */
export function annotateCommand(
  run: (options: AnnotateOptions) => Promise<void>,
): CommandModule<object, AnnotateOptions> {
  return {
    command: 'annotate [page] [text]',
    describe: 'note what was done to a page, so that the report says whether it worked',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 annotate <page> <text> [--date DAY]\n\nNotes what was done to a page and on which day. From then on the weekly ' +
            'report compares the days before it with those after it, and says with an interval whether it worked. Without a ' +
            'page it lists what is noted.',
        )
        .positional('page', {
          type: 'string',
          describe: 'address or path of the page; campaign parameters do not matter',
        })
        .positional('text', {
          type: 'string',
          describe: 'what was done, in the words of the report',
        })
        .option('date', {
          type: 'string',
          requiresArg: true,
          describe: 'the day it was done, e.g. 2026-11-20 (default today)',
        })
        .option('remove', {
          type: 'number',
          requiresArg: true,
          describe: 'forget the one with this id',
        })
        .option('project', projectOption)
        .option('json', jsonOption)
        .example('$0 annotate', 'what is noted')
        .example('$0 annotate /checkout "moved the button"', 'done today')
        .example('$0 annotate /checkout "new form" --date 2026-11-20', 'done on another day')
        .example('$0 annotate --remove 3', 'forget number 3'),
    handler: ({ page, text, date, remove, project, json }) =>
      run({ page, text, date, remove, project, json }),
  };
}
