import { jsonOption, onlyProjectOption, weekOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface SendOptions {
  week?: string | undefined;
  project?: string | undefined;
  /** One mail for all projects in place of their reports; undefined is what the schedule says. */
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
          '$0 send [--week WEEK]\n\nMails the report of the last complete ISO week, one mail to each recipient: those that clarity-keep.json sets for the project, or else everyone in REPORT_TO. With schedule.report "digest" or "both" in clarity-keep.json, it sends the digest of all projects instead or as well. The report waits until the last day of the week has been collected, so run this every hour, as "clarity-keep schedule" does. From schedule.reportLatestAt or REPORT_LATEST_AT on (12:00 by default) it goes out without the missing days and says so. Its content is stored with the first mail, and later mails say the same. No recipient gets the same report twice, however often this runs; a mail that fails temporarily is tried five times in all.',
        )
        .option('week', weekOption)
        .option('project', onlyProjectOption)
        .option('digest', {
          type: 'boolean',
          describe:
            'one mail for all projects, worst first, to digestRecipients in clarity-keep.json or else REPORT_TO, instead of one per project; --no-digest sends only the reports of the projects; by default schedule.report decides',
        })
        .option('resume', {
          type: 'string',
          describe:
            'show mails of any week that may or may not have been sent, and ask what to do with each; "send" sends them again, "sent" marks them as sent, "leave" only shows them',
        })
        .option('force', {
          type: 'boolean',
          default: false,
          describe:
            'send now, and again to everyone, even those who have it or whose mail failed for good',
        })
        .option('yes', {
          type: 'boolean',
          default: false,
          describe: 'with --force: do not ask for confirmation',
        })
        .option('json', jsonOption)
        .example('$0 send', 'what a cron job runs every hour on Monday')
        .example('$0 send --week 2026-W47', 'catch up on a week')
        .example('$0 send --digest', 'for agencies: one mail for all sites')
        .example('$0 send --resume', 'after a crash: see what is unfinished, and decide')
        .epilog(
          'Needs SMTP_URL, REPORT_FROM, and REPORT_TO for projects without recipients of their own. Exit codes: 0 done (also when nothing was left to send or the report waits), ' +
            '2 usage, configuration or rejected login, 5 a mail could not be sent, or may not have been.',
        ),
    handler: ({ week, project, digest, resume, force, yes, json }) =>
      run({ week, project, digest, resume, force, yes, json }),
  };
}
