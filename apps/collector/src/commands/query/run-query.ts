import { DEFAULT_MIN_SESSIONS } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import type { Question, QuestionContext } from '@clarity-keep/queries';
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
import type * as z from 'zod';
import type { Output } from '../../cli-deps.ts';
import type { ExitCode } from '../../exit-code.ts';
import { exitCodes } from '../../exit-code.ts';
import type { FramedAnswer } from '../../present/answer-heading.ts';
import { answerHeading, isBlank } from '../../present/answer-heading.ts';
import { coverageText } from '../../present/coverage-text.ts';
import { devicesText } from '../../present/devices-text.ts';
import { pageText } from '../../present/page-text.ts';
import { pagesText } from '../../present/pages-text.ts';
import { referrersText } from '../../present/referrers-text.ts';
import type { Screen } from '../../present/screen.ts';
import { screenOf } from '../../present/screen.ts';
import { sourcesText } from '../../present/sources-text.ts';
import { trendText } from '../../present/trend-text.ts';
import type { QueryOptions, QuestionName } from './define-query.ts';

export interface RunQueryDeps {
  database: Database;
  defaultProject?: string | undefined;
  now: () => Date;
  /** The variables of the process, for NO_COLOR. */
  variables: Readonly<Record<string, string | undefined>>;
  stdout: Output;
}

/**
 * Asks one question and prints the answer, as JSON or for people.
 *
 * @throws QueryError when it cannot be answered as asked.
 */
export async function runQuery({
  deps,
  options,
}: {
  deps: RunQueryDeps;
  options: QueryOptions;
}): Promise<ExitCode> {
  const { database, now, defaultProject, stdout, variables } = deps;
  const context = { db: database, now: now(), defaultProject };
  const { answer, text } = views[options.question](context, options.input);
  stdout.write(
    options.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `${text(screenOf(stdout, variables))}\n`,
  );
  return exitCodes.done;
}

interface View {
  answer: FramedAnswer;
  text: (screen: Screen) => string;
}

const views: Record<QuestionName, (context: QuestionContext, input: unknown) => View> = {
  pages: viewOf(pagesFrustration, (answer, screen, { rank, minSessions }) =>
    pagesText(answer, screen, { ranking: rank, minSessions: minSessions ?? DEFAULT_MIN_SESSIONS }),
  ),
  page: viewOf(pagesDetail, pageText),
  devices: viewOf(devicesScrollDepth, devicesText),
  referrers: viewOf(referrersBounceRate, referrersText),
  sources: viewOf(sourcesQuickbackRate, sourcesText),
  trend: viewOf(trendsDaily, trendText),
  coverage: viewOf(coverageCalendar, coverageText, { evenWhenBlank: true }),
};

const NOTHING_COLLECTED =
  'Nothing collected for these days. Run clarity-keep collect, or ask about other days with --from and --to.';

const NOTHING_FOUND = 'Nothing to list for these days.';

/** A question with its layout, under the heading that all answers have. */
function viewOf<Input extends z.ZodType, Rows extends FramedAnswer & { rows: unknown[] }>(
  question: Question<Input, z.ZodType<Rows>>,
  layOut: (answer: Rows, screen: Screen, input: z.output<Input>) => string,
  { evenWhenBlank = false } = {},
): (context: QuestionContext, rawInput: unknown) => View {
  return (context, rawInput) => {
    const answer = askQuestion(question, context, rawInput);
    const body = (screen: Screen): string => {
      if (isBlank(answer) && !evenWhenBlank) return NOTHING_COLLECTED;
      if (answer.rows.length === 0) return NOTHING_FOUND;
      return layOut(answer, screen, question.input.parse(rawInput));
    };
    return { answer, text: (screen) => `${answerHeading(answer)}\n\n${body(screen)}` };
  };
}
