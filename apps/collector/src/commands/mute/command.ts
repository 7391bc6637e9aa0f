import { jsonOption, projectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface MuteOptions {
  page?: string | undefined;
  reason?: string | undefined;
  until?: string | undefined;
  weeks?: number | undefined;
  remove: boolean;
  project?: string | undefined;
  json: boolean;
}

/** `mute`: its words and options. */
export function muteCommand(
  run: (options: MuteOptions) => Promise<void>,
): CommandModule<object, MuteOptions> {
  return {
    command: 'mute [page]',
    describe: 'keep a page out of the weekly report for a while',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 mute <page> --reason TEXT [--until DAY | --weeks N]\n\nKeeps a page out of the weekly report, up to and ' +
            'including a day. The report still names it, with the reason. Muting it again changes the reason and the end. ' +
            'What is collected, counted and answered stays the same. Without a page it lists the mutes.',
        )
        .positional('page', {
          type: 'string',
          describe: 'address or path of the page; campaign parameters do not matter',
        })
        .option('reason', {
          type: 'string',
          requiresArg: true,
          describe: 'why, in the words of the report',
        })
        .option('until', {
          type: 'string',
          requiresArg: true,
          describe: 'last day, e.g. 2026-12-24, or never for no end',
        })
        .option('weeks', {
          type: 'number',
          requiresArg: true,
          describe: 'so many weeks from today (default 4)',
        })
        .option('remove', { type: 'boolean', default: false, describe: 'report on it again' })
        .option('project', projectOption)
        .option('json', jsonOption)
        .example('$0 mute', 'what is muted, until when and why')
        .example('$0 mute /checkout --reason "redesign under way"', 'for four weeks')
        .example('$0 mute /old --reason "goes in May" --until never', 'for good')
        .example('$0 mute /checkout --remove', 'report on it again'),
    handler: ({ page, reason, until, weeks, remove, project, json }) =>
      run({ page, reason, until, weeks, remove, project, json }),
  };
}
