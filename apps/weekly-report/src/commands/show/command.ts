import { projectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface ShowOptions {
  week: string;
  project?: string | undefined;
  digest: boolean;
  html: boolean;
  text: boolean;
  json: boolean;
  out?: string | undefined;
  open: boolean;
}

/** `show`: its words and options. */
export function showCommand(
  run: (options: ShowOptions) => Promise<void>,
): CommandModule<object, ShowOptions> {
  return {
    command: 'show <week>',
    describe: 'show a report exactly as it was sent',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 show <week> [--html | --text | --json] [--out FILE] [--open]\n\nShows a report as it was sent, even if its numbers have changed since: as text, or as HTML that includes its pictures, so that one file is enough. The unsubscribe links are left out.',
        )
        .positional('week', {
          type: 'string',
          demandOption: true,
          describe: 'ISO week, e.g. 2026-W47; "list" shows the stored ones',
        })
        .option('project', projectOption)
        .option('digest', {
          type: 'boolean',
          default: false,
          describe: 'the digest of all projects',
        })
        .option('html', { type: 'boolean', default: false, describe: 'the HTML' })
        .option('text', { type: 'boolean', default: false, describe: 'the text (default)' })
        .option('json', { type: 'boolean', default: false, describe: 'the data, as JSON' })
        .option('out', {
          type: 'string',
          requiresArg: true,
          describe: 'write to this file instead of stdout',
        })
        .option('open', {
          type: 'boolean',
          default: false,
          describe: 'open the HTML in the browser',
        })
        .example('$0 show 2026-W47', 'read it here')
        .example('$0 show 2026-W47 --open', 'look at it in the browser')
        .example('$0 show 2026-W47 --html --out week-47.html', 'a file to pass on'),
    handler: ({ week, project, digest, html, text, json, out, open }) =>
      run({ week, project, digest, html, text, json, out, open }),
  };
}
