import type { CommandModule } from 'yargs';

export interface DaemonOptions {
  catchUp: boolean;
  json: boolean;
}

/** Usage and options of `daemon`. */
export function daemonCommand(
  run: (options: DaemonOptions) => Promise<void>,
): CommandModule<object, { 'catch-up': boolean; json: boolean }> {
  return {
    command: 'daemon',
    describe: 'keep running; collect and send the report on schedule',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 daemon\n\nRuns "clarity-keep collect" once a day and "clarity-keep-report send" on the day of the report, ' +
            'every hour while the report may still be waiting for the last day of the week. Both run in this ' +
            'process, never at the same time. Runs missed while the daemon was stopped or the machine was ' +
            'asleep are caught up on; days already collected and reports already sent are not repeated. If ' +
            'Clarity or the mail server cannot be reached, it retries after 15 minutes and after an hour. ' +
            'It collects again when calls that it had to leave out become free. It ' +
            'logs to stderr, one line per event.',
        )
        .option('catch-up', {
          type: 'boolean',
          default: true,
          describe: 'run overdue jobs at startup; --no-catch-up waits for the next run',
        })
        .option('json', { type: 'boolean', default: false, describe: 'log as JSON' })
        .example('$0 daemon', 'what a container runs')
        .example('$0 daemon --no-catch-up --json', 'wait for the next run, log as JSON')
        .epilog(
          'Exits with 0 on SIGTERM or SIGINT once the current job has finished; a second signal stops it immediately. ' +
            'A failing job does not stop it. Without SMTP_URL no report is sent. The schedule is read at startup only.',
        ),
    handler: ({ 'catch-up': catchUp, json }) => run({ catchUp, json }),
  };
}
