import { onlyProjectOption, weekOption } from '@clarity-keep/command-line';
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
    describe: 'write the report to files without sending it',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 preview [--week WEEK] [--out DIR] [--open]\n\nWrites weekly-report.html with its pictures, weekly-report.txt and weekly-report.eml. Needs no mail settings, and calls neither Clarity nor, without --words, a model. A week that was already sent is shown as it was sent. With --sample it shows a fictional week and needs no data.',
        )
        .option('week', weekOption)
        .option('project', onlyProjectOption)
        .option('digest', {
          type: 'boolean',
          default: false,
          describe: 'one mail for all projects instead of one per project',
        })
        .option('out', { type: 'string', default: '.', describe: 'folder to write to' })
        .option('open', {
          type: 'boolean',
          default: false,
          describe: 'open the report in the browser; the first, if there are several',
        })
        .option('sample', {
          type: 'boolean',
          default: false,
          describe: 'a fictional week, marked as a sample; needs no database',
        })
        .option('words', {
          type: 'boolean',
          default: false,
          describe: 'let the model in AI_MODEL write the texts, as send does',
        })
        .option('json', { type: 'boolean', default: false, describe: 'print the report as JSON' })
        .example('$0 preview --open', 'the last complete week, in the browser')
        .example('$0 preview --sample --open', 'what a report looks like, before you have data')
        .example('$0 preview --digest --open', 'one mail for all projects')
        .example('$0 preview --week 2026-W47 --out reports', 'a week of your choice')
        .epilog('Exit codes: 0 done, 2 usage or configuration.'),
    handler: ({ week, project, digest, out, open, sample, words, json }) =>
      run({ week, project, digest, out, open, sample, words, json }),
  };
}
