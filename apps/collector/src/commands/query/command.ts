import type { Ranking } from '@clarity-keep/core';
import { impactDefinition } from '@clarity-keep/core/display';
import type { Argv, CommandModule } from 'yargs';
import { typedCommand } from '../typed-command.ts';
import type { WindowOptions } from '../window-options.ts';
import { windowOptions } from '../window-options.ts';

/** Options of every question; the question itself validates them. */
export interface CommonOptions extends WindowOptions {
  json: boolean;
}

export type QueryOptions = CommonOptions &
  (
    | {
        question: 'pages';
        rank?: Ranking | undefined;
        limit?: number | undefined;
        minSessions?: number | undefined;
      }
    | { question: 'page'; page: string }
    | { question: 'devices' | 'sources' | 'coverage' }
    | { question: 'referrers'; minSessions?: number | undefined }
    | { question: 'trend'; page?: string | undefined }
  );

type Run = (options: QueryOptions) => Promise<void>;

/** Usage and options of `query` and its seven questions. */
export function queryCommand(run: Run): CommandModule {
  return {
    command: 'query',
    describe: 'answer a question about your history',
    builder: (yargs) =>
      yargs
        .usage(
          "$0 query <question>\n\nAnswers from the database alone; no call is made. Days are whole days in the project's time zone: " +
            'the last seven unless you give --days, or --from and --to. Every answer says which of its days are ' +
            'complete, cut off, estimated or missing.',
        )
        .command(pages(run))
        .command(page(run))
        .command(devices(run))
        .command(referrers(run))
        .command(sources(run))
        .command(trend(run))
        .command(coverage(run))
        .demandCommand(1, 'Say what to query: pages, devices, trend ...')
        .example('$0 query pages --days 30', 'the most frustrating pages of the last 30 days')
        .example('$0 query trend --days 30 --json', 'day by day, as JSON'),
    handler: () => undefined,
  };
}

function pages(run: Run) {
  return typedCommand({
    command: 'pages',
    describe: 'the pages that frustrate visitors most',
    builder: (yargs) =>
      common(yargs)
        .option('rank', {
          choices: ['impact', 'rate', 'signals'] as const satisfies readonly Ranking[],
          describe:
            `impact: ${impactDefinition} (default); ` +
            'rate: share of affected sessions; signals: number of rage and dead clicks',
        })
        .option('limit', {
          type: 'number',
          requiresArg: true,
          describe: 'number of pages, at most 1000 (default 10)',
        })
        .option('min-sessions', {
          type: 'number',
          requiresArg: true,
          describe: 'list pages with fewer sessions separately (default 30)',
        })
        .example('$0 query pages', 'the ten worst pages of the last seven days')
        .example('$0 query pages --rank signals --days 3', 'most rage and dead clicks first'),
    handler: ({ rank, limit, minSessions, ...rest }) =>
      run({ question: 'pages', rank, limit, minSessions, ...commonOf(rest) }),
  });
}

function page(run: Run) {
  return typedCommand({
    command: 'page <url>',
    describe: 'one page: day by day, by device, compared with the site',
    builder: (yargs) =>
      common(yargs)
        .positional('url', {
          type: 'string',
          demandOption: true,
          describe: 'URL of the page; campaign parameters are ignored',
        })
        .example('$0 query page https://shop.example/checkout', 'as copied from the browser'),
    handler: ({ url, ...rest }) => run({ question: 'page', page: url, ...commonOf(rest) }),
  });
}

function devices(run: Run) {
  return typedCommand({
    command: 'devices',
    describe: 'how far visitors scroll, by device',
    builder: (yargs) => common(yargs).example('$0 query devices --days 14', 'the last two weeks'),
    handler: (options) => run({ question: 'devices', ...commonOf(options) }),
  });
}

function referrers(run: Run) {
  return typedCommand({
    command: 'referrers',
    describe: 'the referrers whose visitors leave right away',
    builder: (yargs) =>
      common(yargs)
        .option('min-sessions', {
          type: 'number',
          requiresArg: true,
          describe: 'leave out referrers with fewer sessions (default 6)',
        })
        .example('$0 query referrers --min-sessions 50', 'only the larger ones'),
    handler: ({ minSessions, ...rest }) =>
      run({ question: 'referrers', minSessions, ...commonOf(rest) }),
  });
}

function sources(run: Run) {
  return typedCommand({
    command: 'sources',
    describe: 'the sources and mediums whose visitors turn back right away',
    builder: (yargs) => common(yargs).example('$0 query sources', 'the last seven days'),
    handler: (options) => run({ question: 'sources', ...commonOf(options) }),
  });
}

function trend(run: Run) {
  return typedCommand({
    command: 'trend',
    describe: 'the site or one page, day by day',
    builder: (yargs) =>
      common(yargs)
        .option('page', { type: 'string', requiresArg: true, describe: 'only this page' })
        .example('$0 query trend --days 30', 'the last 30 days')
        .example('$0 query trend --page https://shop.example/checkout', 'one page'),
    handler: ({ page: url, ...rest }) => run({ question: 'trend', page: url, ...commonOf(rest) }),
  });
}

function coverage(run: Run) {
  return typedCommand({
    command: 'coverage',
    describe: 'what was collected for each day',
    builder: (yargs) => common(yargs).example('$0 query coverage --days 30', 'find the gaps'),
    handler: (options) => run({ question: 'coverage', ...commonOf(options) }),
  });
}

function common(yargs: Argv) {
  return windowOptions(yargs).option('json', {
    type: 'boolean',
    default: false,
    describe: 'print the answer as JSON',
  });
}

/** Without what yargs adds: aliases and its own. */
function commonOf({ project, from, to, days, json }: CommonOptions): CommonOptions {
  return { project, from, to, days, json };
}
