import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface PruneOptions {
  rawOlderThan: string;
  dryRun: boolean;
  vacuum: boolean;
  json: boolean;
}

/** `prune`: its words and options. */
export function pruneCommand(
  run: (options: PruneOptions) => Promise<void>,
): CommandModule<
  object,
  Pick<PruneOptions, 'vacuum' | 'json'> & { 'raw-older-than': string; 'dry-run': boolean }
> {
  return {
    command: 'prune',
    describe: 'give up old raw answers to save room',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 prune --raw-older-than AGE\n\nGives up the raw bodies of answers whose window ended before that age. What was ' +
            'read of them stays: all numbers, what is known of each day, the calls and their hashes. But "reparse" ' +
            'can no longer group those days by other URL rules. Answers that were not read, or of which nothing was ' +
            'counted, are never given up.',
        )
        .option('raw-older-than', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          describe: 'age in days, months or years: 400d, 18m, 2y; at least 7d',
        })
        .option('dry-run', {
          type: 'boolean',
          default: false,
          describe: 'say what would be given up, and change nothing',
        })
        .option('vacuum', {
          type: 'boolean',
          default: false,
          describe: 'give the room back to the disk; other writers wait meanwhile',
        })
        .option('json', jsonOption)
        .example('$0 prune --raw-older-than 400d --dry-run', 'what it would free')
        .example('$0 prune --raw-older-than 2y --vacuum', 'and make the file smaller'),
    handler: ({ 'raw-older-than': rawOlderThan, 'dry-run': dryRun, vacuum, json }) =>
      run({ rawOlderThan, dryRun, vacuum, json }),
  };
}
