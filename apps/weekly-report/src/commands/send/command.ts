import { jsonOption, onlyProjectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface SendOptions {
  week?: string | undefined;
  project?: string | undefined;
  /** One mail over all projects in place of their reports; undefined is what the schedule says. */
  digest?: boolean | undefined;
  /** Empty to be asked. */
  resume?: string | undefined;
  force: boolean;
  yes: boolean;
  json: boolean;
}

/** `send`: its words and options. */
export function sendCommand(
  run: (options: SendOptions) => Promise<void>,
): CommandModule<object, SendOptions> {
  return {
    command: 'send',
    describe: 'mail the report, once per week and recipient',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 send [--week WEEK]\n\nMails the report of the last complete ISO week to everybody in REPORT_TO, or to the recipients that clarity-keep.json gives a project, one mail each; with schedule.report of clarity-keep.json "digest" or "both", the digest over all projects in their place or besides. It waits for the last day of the week to be collected: run it every hour, as "clarity-keep schedule" does. From schedule.reportLatestAt or REPORT_LATEST_AT on, 12:00 unless set, it goes out with the gap stated. What it says is kept with the first mail: later ones say the same. Whoever has got it does not get it again, however often this runs; what failed for now is tried again, five times in all.',
        )
        .option('week', {
          type: 'string',
          describe: 'ISO week, e.g. 2026-W47; the last complete one unless given',
        })
        .option('project', onlyProjectOption)
        .option('digest', {
          type: 'boolean',
          describe:
            'one mail over all projects, the worst first, to digestRecipients of clarity-keep.json or else REPORT_TO, in place of their reports; --no-digest only their reports. Without it what schedule.report says',
        })
        .option('resume', {
          type: 'string',
          describe:
            'show the mails of which nobody knows whether they went out, of any week, and ask what to do about each; "send" sends them again, "sent" takes them for sent, "leave" only shows them',
        })
        .option('force', {
          type: 'boolean',
          default: false,
          describe:
            'send now, and again to everybody: also who has got it, and who was refused for good',
        })
        .option('yes', {
          type: 'boolean',
          default: false,
          describe: 'with --force: do not ask',
        })
        .option('json', jsonOption)
        .example('$0 send', 'what a cron job runs on Monday, every hour')
        .example('$0 send --week 2026-W47', 'catch up on a week')
        .example('$0 send --digest', 'for agencies: one mail over all sites')
        .example('$0 send --resume', 'after a crash: see what is left, and decide')
        .epilog(
          'Needs SMTP_URL, REPORT_FROM, and REPORT_TO for projects without recipients of their own. Exit codes: 0 done, also when there was nothing left to send or it waits, ' +
            '2 usage, configuration or refused login, 5 a mail could not be sent, or nobody knows whether it was.',
        ),
    handler: ({ week, project, digest, resume, force, yes, json }) =>
      run({ week, project, digest, resume, force, yes, json }),
  };
}
