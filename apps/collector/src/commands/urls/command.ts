import { jsonOption, projectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface UrlsOptions {
  preview?: string | undefined;
  project?: string | undefined;
  days?: number | undefined;
  limit?: number | undefined;
  json: boolean;
}

/** `urls`: its words and options. */
export function urlsCommand(
  run: (options: UrlsOptions) => Promise<void>,
): CommandModule<object, UrlsOptions> {
  return {
    command: 'urls',
    describe: 'show how URLs become pages, and what other rules would change',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 urls [--preview RULES]\n\nShows the URL rules of a project and how many pages they make of the URLs that are kept. ' +
            'With --preview: which pages would merge, split, be left out or be called otherwise under other rules. ' +
            'Changes nothing, and spends none of the ten calls.',
        )
        .option('preview', {
          type: 'string',
          requiresArg: true,
          describe: 'other rules: a JSON object, a file that holds one, or the word default',
        })
        .option('project', projectOption)
        .option('days', {
          type: 'number',
          requiresArg: true,
          describe: 'number of days to look at, up to the newest that is known (default 28)',
        })
        .option('limit', {
          type: 'number',
          requiresArg: true,
          describe: 'number of pages per table (default 20); JSON has them all',
        })
        .option('json', jsonOption)
        .example('$0 urls', 'the rules in force')
        .example(`$0 urls --preview '{"dropAllParameters":true}'`, 'what would merge')
        .example('$0 urls --preview rules.json --days 90', 'rules of a file'),
    handler: ({ preview, project, days, limit, json }) =>
      run({ preview, project, days, limit, json }),
  };
}
