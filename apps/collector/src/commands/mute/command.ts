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

/** Usage and options of `mute`. */
export function muteCommand(
  run: (options: MuteOptions) => Promise<void>,
): CommandModule<object, MuteOptions> {
  return {
    command: 'mute [page]',
    describe: 'leave a page out of the weekly report for a while',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 mute <page> --reason TEXT [--until DAY | --weeks N]\n\nLeaves a page out of the weekly report until the end of a given day. The report still lists it as ' +
            'muted, with your reason. Muting a page again replaces its reason and end date. Nothing else ' +
            'changes: the page is still collected, counted and available to queries. Without arguments it lists ' +
            'current mutes.',
        )
        .positional('page', {
          type: 'string',
          describe: 'URL or path of the page; campaign parameters are ignored',
        })
        .option('reason', {
          type: 'string',
          requiresArg: true,
          describe: 'why, as the report should put it',
        })
        .option('until', {
          type: 'string',
          requiresArg: true,
          describe: 'last day, e.g. 2026-12-24, or "never" for no end',
        })
        .option('weeks', {
          type: 'number',
          requiresArg: true,
          describe: 'number of weeks from today (default 4)',
        })
        .option('remove', { type: 'boolean', default: false, describe: 'unmute the page' })
        .option('project', projectOption)
        .option('json', jsonOption)
        .example('$0 mute', 'list current mutes')
        .example('$0 mute /checkout --reason "redesign under way"', 'for four weeks')
        .example('$0 mute /old --reason "goes in May" --until never', 'for good')
        .example('$0 mute /checkout --remove', 'unmute the page'),
    handler: ({ page, reason, until, weeks, remove, project, json }) =>
      run({ page, reason, until, weeks, remove, project, json }),
  };
}
