import { onlyProjectOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface RecipientsOptions {
  project?: string | undefined;
  /** An address. */
  resubscribe?: string | undefined;
  json: boolean;
}

/** `recipients`: its words and options. */
export function recipientsCommand(
  run: (options: RecipientsOptions) => Promise<void>,
): CommandModule<object, RecipientsOptions> {
  return {
    command: 'recipients',
    describe: 'show who gets which report, and who has unsubscribed',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 recipients [--resubscribe ADDRESS]\n\nShows who gets the report of each project, and who has unsubscribed and when. Sends nothing.',
        )
        .option('project', onlyProjectOption)
        .option('resubscribe', {
          type: 'string',
          requiresArg: true,
          describe:
            'an address that asked for the reports again: all of them, or only those of --project',
        })
        .option('json', { type: 'boolean', default: false, describe: 'print the list as JSON' })
        .example('$0 recipients', 'who gets what')
        .example('$0 recipients --resubscribe anna@example.com', 'after Anna has asked for it')
        .epilog(
          'Exit codes: 0 done (also when the address had not unsubscribed), 2 usage or configuration.',
        ),
    handler: ({ project, resubscribe, json }) => run({ project, resubscribe, json }),
  };
}
