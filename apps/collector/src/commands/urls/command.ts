import { jsonOption, projectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface UrlsOptions {
  preview?: string | undefined;
  project?: string | undefined;
  days?: number | undefined;
  limit?: number | undefined;
  json: boolean;
}

/** Usage and options of `urls`. */
export function urlsCommand(
  run: (options: UrlsOptions) => Promise<void>,
): CommandModule<object, UrlsOptions> {
  return {
    command: 'urls',
    describe: 'show how URLs become pages, and what other rules would change',
    builder: (yargs) =>
      yargs
        .usage(
          "$0 urls [--preview RULES]\n\nShows a project's URL rules and how many pages they make of the stored URLs. With --preview it " +
            'shows which pages would be merged, split, dropped or renamed under other rules. It changes nothing ' +
            'and makes no call.',
        )
        .option('preview', {
          type: 'string',
          requiresArg: true,
          describe: 'other rules: a JSON object, a file that contains one, or "default"',
        })
        .option('project', projectOption)
        .option('days', {
          type: 'number',
          requiresArg: true,
          describe: 'number of days to look at, up to the newest one collected (default 28)',
        })
        .option('limit', {
          type: 'number',
          requiresArg: true,
          describe: 'pages per table (default 20); JSON contains all',
        })
        .option('json', jsonOption)
        .example('$0 urls', 'the current rules')
        .example(`$0 urls --preview '{"dropAllParameters":true}'`, 'preview other rules')
        .example('$0 urls --preview rules.json --days 90', 'rules from a file'),
    handler: ({ preview, project, days, limit, json }) =>
      run({ preview, project, days, limit, json }),
  };
}
