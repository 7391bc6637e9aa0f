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
    describe: 'mail a sent report to one more address',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 resend <week> --to ADDRESS\n\nMails a report to one address, exactly as it was sent. The address need not be among the recipients, and does not become one. An address that already has the report gets it again only with --force; one that has unsubscribed does not get it.',
        )
        .positional('week', {
          type: 'string',
          demandOption: true,
          describe: 'ISO week, e.g. 2026-W47; "list" shows the stored ones',
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
          describe: 'the digest of all projects',
        })
        .option('force', {
          type: 'boolean',
          default: false,
          describe: 'even if this address has it or its mail failed for good',
        })
        .option('json', jsonOption)
        .example('$0 resend 2026-W47 --to dora@example.com', 'for someone who joined since')
        .example('$0 resend 2026-W47 --to anna@example.com --force', 'for someone who deleted it')
        .epilog(
          'Needs SMTP_URL and REPORT_FROM. Exit codes: 0 sent, 2 usage, configuration, rejected login, or not sent without --force, 5 the mail could not be sent, or may not have been.',
        ),
    handler: ({ week, to, project, digest, force, json }) =>
      run({ week, to, project, digest, force, json }),
  };
}
