import yargs from 'yargs';

import { SimulatorOptionError } from './errors.ts';
import { evilBehaviour } from './evil/catalogue.ts';
import { quotaWindows } from './server/quota.ts';
import type { SimulatorSettings } from './server/start-simulator.ts';

export type CliOptions = Pick<
  SimulatorSettings,
  'format' | 'numbers' | 'quota' | 'quotaWindow' | 'truncateAt'
> & {
  port: number;
  seed: number;
  sessionsPerDay: number;
  hostile: boolean;
  /** The name of a behaviour that every call meets, or `list`. */
  evil: string | undefined;
};

/** Reads the command line. Throws SimulatorOptionError for what it cannot use; prints help by itself. */
export async function parseOptions(argv: readonly string[]): Promise<CliOptions> {
  return yargs([...argv])
    .scriptName('simulator')
    .usage(
      '$0 [options]\n\nServes a made-up site as the Microsoft Clarity Data Export API, on loopback.',
    )
    .options({
      port: { type: 'number', default: 8787, describe: 'Port to listen on; 0 takes a free one' },
      seed: { type: 'number', default: 7, describe: 'Same seed: same site, token and project id' },
      format: {
        choices: ['insights', 'sessions'] as const,
        default: 'insights' as const,
        describe: 'Shape of the answers',
      },
      numbers: {
        choices: ['strings', 'mixed', 'numbers'] as const,
        default: 'numbers' as const,
        describe: 'How insights write their counts',
      },
      'sessions-per-day': { type: 'number', default: 600, describe: 'Mean human sessions per day' },
      quota: { type: 'number', default: 10, describe: 'Calls in any 24 hours, then 429' },
      'quota-window': {
        choices: quotaWindows,
        default: 'rolling' as const,
        describe: 'What the quota counts by: any 24 hours, or a UTC day',
      },
      'truncate-at': { type: 'number', default: 1_000, describe: 'Rows per metric' },
      hostile: {
        type: 'boolean',
        default: false,
        describe: 'Let visitors bring script tags, terminal escapes and formulas',
      },
      evil: {
        type: 'string',
        requiresArg: true,
        describe: 'Answer every call as no API should; "list" shows all ways',
      },
    })
    .check((options) => {
      for (const name of ['port', 'seed', 'sessions-per-day', 'quota', 'truncate-at'] as const) {
        const value = options[name];
        if (Number.isInteger(value) && value >= 0) continue;
        throw new Error(`--${name} must be a whole number, 0 or more, not ${value}.`);
      }
      if (options.port > 65_535) {
        throw new Error(`--port must be at most 65535, not ${options.port}.`);
      }
      if (options.evil !== undefined && options.evil !== 'list') evilBehaviour(options.evil);
      return true;
    })
    .example('$0 --port 0', 'on any free port')
    .example('$0 --seed 3 --hostile', 'another site, with attackers among its visitors')
    .example('$0 --format sessions', 'session records instead of insights')
    .example('$0 --evil list', 'the ways in which it can misbehave')
    .example('$0 --evil gzip-600-mb', 'an answer that fills the memory of who reads it all')
    .example('$0 --numbers mixed --truncate-at 20', 'as awkward as the real one')
    .strict()
    .fail((message, error) => {
      throw new SimulatorOptionError(message ?? error.message);
    })
    .help()
    .version(false)
    .parseAsync();
}
