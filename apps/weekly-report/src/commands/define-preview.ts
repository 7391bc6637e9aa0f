import type { CommandModule } from 'yargs';

export interface PreviewOptions {
  week?: string | undefined;
  project?: string | undefined;
  out: string;
  words: boolean;
  json: boolean;
}

/** `preview`: its words and options. */
export function definePreview(
  run: (options: PreviewOptions) => Promise<void>,
): CommandModule<object, PreviewOptions> {
  return {
    command: 'preview',
    describe: 'write the report to files, sending nothing',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 preview [--week WEEK] [--out DIR]\n\nWrites weekly-report.html, weekly-report.txt and weekly-report.eml. Needs no mail settings, and asks nothing of Clarity or, without --words, of a model. A week that was sent already is shown as it was sent.',
        )
        .option('week', {
          type: 'string',
          describe: 'ISO week, e.g. 2026-W47; the last complete one unless given',
        })
        .option('project', {
          type: 'string',
          describe: 'one project; all that are configured unless given',
        })
        .option('out', { type: 'string', default: '.', describe: 'folder to write to' })
        .option('words', {
          type: 'boolean',
          default: false,
          describe: 'ask the model of AI_MODEL for words, as send does',
        })
        .option('json', { type: 'boolean', default: false, describe: 'print the report as JSON' })
        .example('$0 preview', 'the last complete week')
        .example('$0 preview --week 2026-W47 --out reports', 'a week of your choice')
        .epilog('Exit codes: 0 done, 2 usage or configuration.'),
    handler: ({ week, project, out, words, json }) => run({ week, project, out, words, json }),
  };
}
