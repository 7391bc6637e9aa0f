import type { Breakdown } from '@clarity-keep/core';
import type { Argv, CommandModule } from 'yargs';
import type { ExportFormat } from './export-format.ts';
import { typedCommand } from '../typed-command.ts';
import type { WindowOptions } from '../window-options.ts';
import { windowOptions } from '../window-options.ts';

export interface ExportOptions extends WindowOptions {
  what: 'facts' | 'sessions';
  /** Only for facts; all of them when absent. */
  breakdown?: Breakdown[] | undefined;
  format?: ExportFormat | undefined;
  out?: string | undefined;
  force: boolean;
  json: boolean;
}

type Run = (options: ExportOptions) => Promise<void>;

/** Usage and options of `export` and its two subcommands. */
export function exportCommand(run: Run): CommandModule {
  return {
    command: 'export',
    describe: 'export stored data as CSV, JSON or JSON lines',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 export <what>\n\nExports all stored data, or the days given by --from, --to or --days, row by row: millions of rows ' +
            'take no more memory than one. It writes to stdout, or to a file that only appears once it is ' +
            'complete. Text typed by visitors never turns into a formula when a spreadsheet opens the CSV.',
        )
        .command(facts(run))
        .command(sessions(run))
        .demandCommand(1, 'Say what to export: facts or sessions.')
        .example('$0 export facts --out facts.csv', 'all day facts, for a spreadsheet')
        .example('$0 export sessions --format jsonl | gzip > sessions.jsonl.gz', 'in a pipe'),
    handler: () => undefined,
  };
}

function facts(run: Run) {
  return typedCommand({
    command: 'facts',
    describe: 'day facts: one row per day, breakdown and segment',
    builder: (yargs) =>
      exportOptions(yargs)
        .option('breakdown', {
          choices: breakdowns,
          array: true,
          requiresArg: true,
          describe: 'only these breakdowns (default: all)',
        })
        .example('$0 export facts --breakdown page device --days 28', 'pages and devices')
        .example('$0 export facts --out facts.jsonl --force', 'every night, for a warehouse'),
    handler: ({ breakdown, ...rest }) => run({ what: 'facts', breakdown, ...commonOf(rest) }),
  });
}

function sessions(run: Run) {
  return typedCommand({
    command: 'sessions',
    describe: 'imported session records: one row per session',
    builder: (yargs) =>
      exportOptions(yargs).example('$0 export sessions --from 2026-11-01 --out nov.csv', 'a month'),
    handler: (options) => run({ what: 'sessions', ...commonOf(options) }),
  });
}

/** Repeated here, because help must not load the packages that define them. */
const breakdowns = [
  'total',
  'page',
  'device',
  'page_device',
  'device_source_medium',
  'source_medium',
  'browser',
  'os',
  'country',
  'campaign',
  'channel',
  'referrer',
] as const satisfies readonly Breakdown[];

function exportOptions(yargs: Argv) {
  return windowOptions(yargs)
    .option('format', {
      choices: ['csv', 'json', 'jsonl'] as const satisfies readonly ExportFormat[],
      requiresArg: true,
      describe: 'default: from the file name of --out, else csv',
    })
    .option('out', { type: 'string', requiresArg: true, describe: 'file to write, else stdout' })
    .option('force', { type: 'boolean', default: false, describe: 'replace the file of --out' })
    .option('json', {
      type: 'boolean',
      default: false,
      describe: 'with --out: print a summary as JSON',
    });
}

type CommonOptions = Omit<ExportOptions, 'what' | 'breakdown'>;

/** Without what yargs adds: aliases and its own. */
function commonOf(options: CommonOptions): CommonOptions {
  const { project, from, to, days, format, out, force, json } = options;
  return { project, from, to, days, format, out, force, json };
}
