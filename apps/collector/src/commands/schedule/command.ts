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

/** `schedule`: its words and options. */
export function scheduleCommand(
  run: (options: ScheduleOptions) => Promise<void>,
): CommandModule<
  object,
  Omit<ScheduleOptions, 'reportCommand'> & { 'report-command'?: string | undefined }
> {
  return {
    command: 'schedule [format]',
    describe: 'print what lets cron, systemd or GitHub Actions do it',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 schedule [format]\n\nPrints what is to be set up so that the collection runs once a day and the report goes out once a ' +
            'week, looked after every hour until schedule.reportLatestAt: lines for cron, a shell script that sets up timers of systemd, or a workflow of GitHub Actions. ' +
            'Nothing is changed on this machine. Times and time zone are those of the schedule; the paths are those of ' +
            'this installation, as it was started.',
        )
        .positional('format', {
          choices: scheduleFormats,
          default: 'all' as const,
          describe: 'for whom',
        })
        .option('directory', {
          type: 'string',
          requiresArg: true,
          describe: 'where .env is looked up, and a relative DATABASE_URL; the working directory',
        })
        .option('command', {
          type: 'string',
          requiresArg: true,
          describe: 'how clarity-keep is started there, for a shell',
        })
        .option('report-command', {
          type: 'string',
          requiresArg: true,
          describe: 'how clarity-keep-report is started there, for a shell',
        })
        .option('json', { type: 'boolean', default: false, describe: 'print all of it as JSON' })
        .example('$0 schedule cron', 'lines for crontab -e')
        .example('$0 schedule systemd | sh', 'set up timers, with sudo')
        .example('$0 schedule github > .github/workflows/clarity-keep.yml', 'in a private copy'),
    handler: ({ format, directory, command, 'report-command': reportCommand, json }) =>
      run({ format, directory, command, reportCommand, json }),
  };
}
