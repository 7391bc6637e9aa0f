import { jsonOption, projectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface AnnotateOptions {
  page?: string | undefined;
  text?: string | undefined;
  date?: string | undefined;
  /** The id of the annotation to remove. */
  remove?: number | undefined;
  project?: string | undefined;
  json: boolean;
}

/** Usage and options of `annotate`. */
export function annotateCommand(
  run: (options: AnnotateOptions) => Promise<void>,
): CommandModule<object, AnnotateOptions> {
  return {
    command: 'annotate [page] [text]',
    describe: 'record a change to a page; the report says whether it worked',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 annotate <page> <text> [--date DAY]\n\nRecords a change to a page and the day it was made. The weekly report then compares the days ' +
            'before with the days after and says whether the change worked. Without arguments it lists all ' +
            'annotations.',
        )
        .positional('page', {
          type: 'string',
          describe: 'URL or path of the page; campaign parameters are ignored',
        })
        .positional('text', {
          type: 'string',
          describe: 'what changed, as the report should put it',
        })
        .option('date', {
          type: 'string',
          requiresArg: true,
          describe: 'day of the change, e.g. 2026-11-20 (default: today)',
        })
        .option('remove', {
          type: 'number',
          requiresArg: true,
          describe: 'delete the annotation with this ID',
        })
        .option('project', projectOption)
        .option('json', jsonOption)
        .example('$0 annotate', 'list annotations')
        .example('$0 annotate /checkout "moved the button"', 'changed today')
        .example('$0 annotate /checkout "new form" --date 2026-11-20', 'changed on another day')
        .example('$0 annotate --remove 3', 'delete annotation 3'),
    handler: ({ page, text, date, remove, project, json }) =>
      run({ page, text, date, remove, project, json }),
  };
}
