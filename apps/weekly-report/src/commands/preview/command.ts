import { onlyProjectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface PreviewOptions {
  week?: string | undefined;
  project?: string | undefined;
  digest: boolean;
  out: string;
  open: boolean;
  sample: boolean;
  words: boolean;
  json: boolean;
}

/** `preview`: its words and options. */
export function previewCommand(
  run: (options: PreviewOptions) => Promise<void>,
): CommandModule<object, PreviewOptions> {
  return {
    command: 'preview',
    describe: 'write the report to files, sending nothing',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 preview [--week WEEK] [--out DIR] [--open]\n\nWrites weekly-report.html, its pictures, weekly-report.txt and weekly-report.eml. Needs no mail settings, and asks nothing of Clarity or, without --words, of a model. A week that was sent already is shown as it was sent. With --sample it shows a made-up week, and needs no data either.',
        )
        .option('week', {
          type: 'string',
          describe: 'ISO week, e.g. 2026-W47; the last complete one unless given',
        })
        .option('project', onlyProjectOption)
        .option('digest', {
          type: 'boolean',
          default: false,
          describe: 'one mail over all projects in place of their reports',
        })
        .option('out', { type: 'string', default: '.', describe: 'folder to write to' })
        .option('open', {
          type: 'boolean',
          default: false,
          describe: 'open it in the browser; of several the first',
        })
        .option('sample', {
          type: 'boolean',
          default: false,
          describe: 'a made-up week, marked as such; needs no database',
        })
        .option('words', {
          type: 'boolean',
          default: false,
          describe: 'ask the model of AI_MODEL for words, as send does',
        })
        .option('json', { type: 'boolean', default: false, describe: 'print the report as JSON' })
        .example('$0 preview --open', 'the last complete week, in the browser')
        .example('$0 preview --sample --open', 'what a report looks like, before there are data')
        .example('$0 preview --digest --open', 'one mail over all projects')
        .example('$0 preview --week 2026-W47 --out reports', 'a week of your choice')
        .epilog('Exit codes: 0 done, 2 usage or configuration.'),
    handler: ({ week, project, digest, out, open, sample, words, json }) =>
      run({ week, project, digest, out, open, sample, words, json }),
  };
}
