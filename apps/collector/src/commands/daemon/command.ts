import type { CommandModule } from 'yargs';

export interface DaemonOptions {
  catchUp: boolean;
  json: boolean;
}

/** `daemon`: its words and options. */
export function daemonCommand(
  run: (options: DaemonOptions) => Promise<void>,
): CommandModule<object, { 'catch-up': boolean; json: boolean }> {
  return {
    command: 'daemon',
    describe: 'stay, and run the collection and the report at their times',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 daemon\n\nRuns "clarity-keep collect" once a day and "clarity-keep-report send" on its day of the week, every hour while that may have to wait for the last day, in this process and never ' +
            'both at once. What was missed while it did not run, or while the machine slept, is made up for; what is ' +
            'known or sent already is not asked or sent again. When Clarity or the mail server cannot be reached, it tries again ' +
            'after 15 minutes and after an hour. It tells what it does on stderr, a line each.',
        )
        .option('catch-up', {
          type: 'boolean',
          default: true,
          describe: 'at the start, run what is due; --no-catch-up waits for the next time',
        })
        .option('json', { type: 'boolean', default: false, describe: 'write the lines as JSON' })
        .example('$0 daemon', 'what a container runs')
        .example('$0 daemon --no-catch-up --json', 'wait for the next time, log for a machine')
        .epilog(
          'Ends with 0 on SIGTERM or SIGINT, when a running job has come to its end; a second signal ends it at once. ' +
            'A job that fails does not end it. Without SMTP_URL no report is sent. The schedule is read at the start only.',
        ),
    handler: ({ 'catch-up': catchUp, json }) => run({ catchUp, json }),
  };
}
