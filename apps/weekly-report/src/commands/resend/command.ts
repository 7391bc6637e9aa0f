import { jsonOption, projectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface ResendOptions {
  week: string;
  to: string;
  project?: string | undefined;
  digest: boolean;
  force: boolean;
  json: boolean;
}

/** `resend`: its words and options. */
export function resendCommand(
  run: (options: ResendOptions) => Promise<void>,
): CommandModule<object, ResendOptions> {
  return {
    command: 'resend <week>',
    describe: 'mail a report that was sent to one more address',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 resend <week> --to ADDRESS\n\nMails a report again as it was sent, whatever is known by now, to one address. It need not be among the recipients, and does not become one. An address that has got the report already gets it again only with --force; one that has unsubscribed does not get it.',
        )
        .positional('week', {
          type: 'string',
          demandOption: true,
          describe: 'ISO week, e.g. 2026-W47; "list" knows which',
        })
        .option('to', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          describe: 'who gets it',
        })
        .option('project', projectOption)
        .option('digest', {
          type: 'boolean',
          default: false,
          describe: 'the digest over all projects',
        })
        .option('force', {
          type: 'boolean',
          default: false,
          describe: 'also when this address has got it, or was given up',
        })
        .option('json', jsonOption)
        .example('$0 resend 2026-W47 --to dora@example.com', 'for who joined since')
        .example('$0 resend 2026-W47 --to anna@example.com --force', 'for who has deleted it')
        .epilog(
          'Needs SMTP_URL and REPORT_FROM. Exit codes: 0 sent, 2 usage, configuration or refused login, or not sent without --force, 5 the mail could not be sent, or nobody knows whether it was.',
        ),
    handler: ({ week, to, project, digest, force, json }) =>
      run({ week, to, project, digest, force, json }),
  };
}
