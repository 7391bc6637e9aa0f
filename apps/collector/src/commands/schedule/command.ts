import type { CommandModule } from 'yargs';

export const scheduleFormats = ['cron', 'systemd', 'github', 'all'] as const;

export type ScheduleFormat = (typeof scheduleFormats)[number];

export interface ScheduleOptions {
  format: ScheduleFormat;
  directory?: string | undefined;
  command?: string | undefined;
  reportCommand?: string | undefined;
  json: boolean;
}

/** Usage and options of `schedule`. */
export function scheduleCommand(
  run: (options: ScheduleOptions) => Promise<void>,
): CommandModule<
  object,
  Omit<ScheduleOptions, 'reportCommand'> & { 'report-command'?: string | undefined }
> {
  return {
    command: 'schedule [format]',
    describe: 'print what cron, systemd or GitHub Actions need to run it',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 schedule [format]\n\nPrints what to set up so that data is collected once a day and the report goes out once a week ' +
            '(tried every hour until schedule.reportLatestAt): cron lines, a shell script that installs systemd ' +
            'timers, or a GitHub Actions workflow. It changes nothing on this machine. Times and time zone come ' +
            'from your schedule, paths from how this program was started.',
        )
        .positional('format', {
          choices: scheduleFormats,
          default: 'all' as const,
          describe: 'which scheduler',
        })
        .option('directory', {
          type: 'string',
          requiresArg: true,
          describe:
            'directory of .env and of a relative DATABASE_URL (default: the working directory)',
        })
        .option('command', {
          type: 'string',
          requiresArg: true,
          describe: 'shell command that starts clarity-keep there',
        })
        .option('report-command', {
          type: 'string',
          requiresArg: true,
          describe: 'shell command that starts clarity-keep-report there',
        })
        .option('json', { type: 'boolean', default: false, describe: 'print all of it as JSON' })
        .example('$0 schedule cron', 'lines for crontab -e')
        .example('$0 schedule systemd | sh', 'install timers, with sudo')
        .example('$0 schedule github > .github/workflows/clarity-keep.yml', 'in a private copy'),
    handler: ({ format, directory, command, 'report-command': reportCommand, json }) =>
      run({ format, directory, command, reportCommand, json }),
  };
}
