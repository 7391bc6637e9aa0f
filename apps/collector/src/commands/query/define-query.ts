import type { Ranking } from '@clarity-keep/core';
import type { Argv, CommandModule } from 'yargs';

export type QuestionName =
  | 'pages'
  | 'page'
  | 'devices'
  | 'referrers'
  | 'sources'
  | 'trend'
  | 'coverage';

export interface QueryOptions {
  question: QuestionName;
  json: boolean;
  /** What is asked, as typed: the question looks at it. */
  input: Record<string, unknown>;
}

/** As core has them: its code is not loaded for help. */
const rankings = ['impact', 'rate', 'signals'] as const satisfies readonly Ranking[];

/** Input of every question, by option. */
const windowInput = { project: 'project', from: 'from', to: 'to', days: 'days' };

/**
 * `query`: its questions and their options. Nothing is loaded here but what help needs, and nothing is
 * checked that the question checks itself.
 */
export function defineQuery(run: (options: QueryOptions) => Promise<void>): CommandModule {
  return {
    command: 'query',
    describe: 'ask about what was collected',
    builder: (yargs) => {
      for (const name of questionNames) yargs.command(defineQuestion(name, run));
      return yargs
        .usage('$0 query <question>\n\nAnswers from the database alone: it costs no call.')
        .demandCommand(1, `Expected a question: ${questionNames.join(', ')}.`)
        .strict();
    },
    // Every question has its own.
    handler: () => undefined,
  };
}

function defineQuestion(
  question: QuestionName,
  run: (options: QueryOptions) => Promise<void>,
): CommandModule {
  const { words = question, describe, input = {}, build } = questions[question];
  return {
    command: words,
    describe,
    builder: (yargs) => build(withWindow(yargs.usage(`$0 query ${words}\n\n${describe}`))),
    handler: (options) => {
      const given = Object.entries({ ...windowInput, ...input })
        .map(([name, option]) => [name, options[option]] as const)
        .filter(([, value]) => value !== undefined);
      return run({ question, json: options['json'] === true, input: Object.fromEntries(given) });
    },
  };
}

interface QuestionWords {
  /** The command line when it is more than the name. */
  words?: string;
  describe: string;
  /** Input of this question alone, by option. */
  input?: Record<string, string>;
  build: (yargs: Argv) => Argv;
}

const questions: Record<QuestionName, QuestionWords> = {
  pages: {
    describe: 'pages that frustrate people most',
    input: { rank: 'rank', limit: 'limit', minSessions: 'min-sessions' },
    build: (yargs) =>
      yargs
        .option('rank', {
          choices: rankings,
          describe: 'by proven excess over the site, by rate, or by rage and dead clicks; impact',
        })
        .option('limit', { requiresArg: true, describe: 'pages to list, 1 to 1000; 10' })
        .option('min-sessions', {
          requiresArg: true,
          describe: 'sessions a page needs to be judged; 30',
        })
        .example('$0 query pages --days 28', 'of the last four weeks')
        .example('$0 query pages --rank signals --limit 20', 'by rage and dead clicks'),
  },
  page: {
    words: 'page <url>',
    describe: 'one page: day by day, per device and against the site',
    input: { page: 'url' },
    build: (yargs) =>
      yargs
        .positional('url', { type: 'string', demandOption: true, describe: 'address of the page' })
        .example('$0 query page https://shop.example/cart', 'as pasted from the browser'),
  },
  devices: {
    describe: 'how far people scroll, per device',
    build: (yargs) => yargs.example('$0 query devices --days 7', 'of the last week'),
  },
  referrers: {
    describe: 'whose visitors leave at once',
    input: { minSessions: 'min-sessions' },
    build: (yargs) =>
      yargs
        .option('min-sessions', {
          requiresArg: true,
          describe: 'sessions a referrer needs to be listed; 6',
        })
        .example('$0 query referrers --min-sessions 50', 'the larger ones'),
  },
  sources: {
    describe: 'which traffic turns back at once',
    build: (yargs) => yargs.example('$0 query sources --json', 'for other programs'),
  },
  trend: {
    describe: 'sessions and signals from day to day',
    input: { page: 'page' },
    build: (yargs) =>
      yargs
        .option('page', { type: 'string', requiresArg: true, describe: 'only this page' })
        .example('$0 query trend --days 28', 'of the whole site')
        .example('$0 query trend --page https://shop.example/cart', 'of one page'),
  },
  coverage: {
    describe: 'what is known of which day',
    build: (yargs) => yargs.example('$0 query coverage --days 28', 'of the last four weeks'),
  },
};

const questionNames = Object.keys(questions) as QuestionName[];

function withWindow(yargs: Argv): Argv {
  return yargs
    .option('project', {
      type: 'string',
      requiresArg: true,
      describe: 'project id (CLARITY_PROJECT_ID, or the only one)',
    })
    .option('from', { type: 'string', requiresArg: true, describe: 'first day, YYYY-MM-DD' })
    .option('to', { type: 'string', requiresArg: true, describe: 'last day, YYYY-MM-DD' })
    .option('days', { requiresArg: true, describe: 'so many days; 7' })
    .option('json', { type: 'boolean', default: false, describe: 'print the answer as JSON' });
}
