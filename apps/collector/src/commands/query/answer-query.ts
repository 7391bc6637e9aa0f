import type { Database } from '@clarity-keep/db';
import type { QuestionContext } from '@clarity-keep/queries';
import {
  askQuestion,
  coverageCalendar,
  devicesScrollDepth,
  pagesDetail,
  pagesFrustration,
  referrersBounceRate,
  sourcesQuickbackRate,
  trendsDaily,
} from '@clarity-keep/queries';
import type { ExitCode, Output } from '@clarity-keep/command-line';
import { exitCodes, jsonText, optionName } from '@clarity-keep/command-line';
import type { Screen } from '@clarity-keep/command-line/table';
import { screenOf } from '@clarity-keep/command-line/table';
import type { AnswerFrame } from './text/answer-frame.ts';
import { isNothingKnown } from './text/answer-frame.ts';
import { coverageText } from './text/coverage-text.ts';
import { devicesText } from './text/devices-text.ts';
import { pageText } from './text/page-text.ts';
import { pagesText } from './text/pages-text.ts';
import { referrersText } from './text/referrers-text.ts';
import { sourcesText } from './text/sources-text.ts';
import { trendText } from './text/trend-text.ts';
import type { QueryOptions } from './command.ts';

export interface QueryDeps {
  database: Database;
  defaultProject?: string | undefined;
  now: () => Date;
  stdout: Output;
  stderr: Output;
  variables: Record<string, string | undefined>;
}

interface Answered {
  answer: AnswerFrame;
  /** The answer for people. */
  text: (screen: Screen) => string;
}

/**
 * Asks one question and prints the answer.
 *
 * @throws QueryError when the question cannot be answered as asked.
 */
export async function runQuery({
  deps,
  options,
}: {
  deps: QueryDeps;
  options: QueryOptions;
}): Promise<ExitCode> {
  const { database, defaultProject, now, stdout, stderr, variables } = deps;
  const nameOf = (field: string) =>
    options.question === 'page' && field === 'page' ? 'URL' : optionName(field);
  const context = { db: database, now: now(), defaultProject, nameOf };
  const { answer, text } = await ask(context, options);
  stdout.write(options.json ? jsonText(answer) : text(screenOf(stdout, variables)));
  if (isNothingKnown(answer)) {
    stderr.write(
      'No data was collected for these days. Run "clarity-keep collect", import data you have with ' +
        '"clarity-keep import",\nor choose other days: "clarity-keep query coverage --days 90" shows what was collected.\n',
    );
  }
  return exitCodes.done;
}

async function ask(context: QuestionContext, options: QueryOptions): Promise<Answered> {
  const { question, json: _, ...input } = options;
  switch (question) {
    case 'pages': {
      const answer = await askQuestion(pagesFrustration, context, input);
      return { answer, text: (screen) => pagesText(answer, options, screen) };
    }
    case 'page': {
      const answer = await askQuestion(pagesDetail, context, input);
      return { answer, text: (screen) => pageText(answer, screen) };
    }
    case 'devices': {
      const answer = await askQuestion(devicesScrollDepth, context, input);
      return { answer, text: (screen) => devicesText(answer, screen) };
    }
    case 'referrers': {
      const answer = await askQuestion(referrersBounceRate, context, input);
      return { answer, text: (screen) => referrersText(answer, screen) };
    }
    case 'sources': {
      const answer = await askQuestion(sourcesQuickbackRate, context, input);
      return { answer, text: (screen) => sourcesText(answer, screen) };
    }
    case 'trend': {
      const answer = await askQuestion(trendsDaily, context, input);
      return { answer, text: (screen) => trendText(answer, screen) };
    }
    case 'coverage': {
      const answer = await askQuestion(coverageCalendar, context, input);
      return { answer, text: (screen) => coverageText(answer, screen) };
    }
  }
}
