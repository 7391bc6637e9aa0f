import type { CommandModule } from 'yargs';

export interface SendOptions {
  week?: string | undefined;
  project?: string | undefined;
  json: boolean;
}

/** `send`: its words and options. */
export function defineSend(
  run: (options: SendOptions) => Promise<void>,
): CommandModule<object, SendOptions> {
  return {
    command: 'send',
    describe: 'mail the report, once per week and recipient',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 send [--week WEEK]\n\nMails the report of the last complete ISO week to everybody in REPORT_TO, or to the recipients that clarity-keep.json gives a project, one mail each. What it says is kept with the first mail: later ones say the same. Whoever has got it does not get it again, however often this runs; what failed is tried again.',
        )
        .option('week', {
          type: 'string',
          describe: 'ISO week, e.g. 2026-W47; the last complete one unless given',
        })
        .option('project', {
          type: 'string',
          describe: 'one project; all that are configured unless given',
        })
        .option('json', { type: 'boolean', default: false, describe: 'print the result as JSON' })
        .example('$0 send', 'what a cron job runs on Monday')
        .example('$0 send --week 2026-W47', 'catch up on a week')
        .epilog(
          'Needs SMTP_URL, REPORT_FROM, and REPORT_TO for projects without recipients of their own. Exit codes: 0 done, also when there was nothing left to send, ' +
            '2 usage, configuration or refused login, 5 a mail could not be sent, or nobody knows whether it was.',
        ),
    handler: ({ week, project, json }) => run({ week, project, json }),
  };
}
