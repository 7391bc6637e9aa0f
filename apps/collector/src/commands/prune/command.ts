import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface PruneOptions {
  rawOlderThan: string;
  dryRun: boolean;
  vacuum: boolean;
  json: boolean;
}

/** Usage and options of `prune`. */
export function pruneCommand(
  run: (options: PruneOptions) => Promise<void>,
): CommandModule<
  object,
  Pick<PruneOptions, 'vacuum' | 'json'> & { 'raw-older-than': string; 'dry-run': boolean }
> {
  return {
    command: 'prune',
    describe: 'delete old raw responses to save space',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 prune --raw-older-than AGE\n\nDeletes the raw responses of windows that ended before the given age. Everything parsed from them ' +
            'stays: all numbers, the coverage of each day, the calls and their hashes. But "reparse" can no ' +
            'longer regroup those days when URL rules change. Responses that were not parsed, or that ' +
            'contributed to no day, are never deleted.',
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
          describe: 'show what would be deleted, without deleting it',
        })
        .option('vacuum', {
          type: 'boolean',
          default: false,
          describe: 'return the freed space to the disk; other writers wait',
        })
        .option('json', jsonOption)
        .example('$0 prune --raw-older-than 400d --dry-run', 'what it would free')
        .example('$0 prune --raw-older-than 2y --vacuum', 'delete them and shrink the file'),
    handler: ({ 'raw-older-than': rawOlderThan, 'dry-run': dryRun, vacuum, json }) =>
      run({ rawOlderThan, dryRun, vacuum, json }),
  };
}
