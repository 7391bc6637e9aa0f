import { UsageError } from '@clarity-keep/command-line';
import type { InitOptions } from '../command.ts';
import { databaseUrlOf } from './database-url.ts';
import { projectIdIn } from './project-id.ts';
import type { SetUpVariable } from './setting-problem.ts';
import { settingProblem } from './setting-problem.ts';
import type { GivenAnswers } from '../set-up.ts';

/**
 * The answers given on the command line.
 *
 * @throws UsageError for the first invalid one.
 */
export function givenAnswers({ projectId, timeZone, database }: InitOptions): GivenAnswers {
  return {
    projectId: checked('--project-id', 'CLARITY_PROJECT_ID', projectId && projectIdIn(projectId)),
    timeZone: checked('--time-zone', 'CLARITY_TIME_ZONE', timeZone),
    databaseUrl: checked('--database', 'DATABASE_URL', database && databaseUrlOf(database)),
  };
}

function checked(
  option: string,
  variable: SetUpVariable,
  text: string | undefined,
): string | undefined {
  const problem = text === undefined ? null : settingProblem(variable, text);
  if (problem !== null) throw new UsageError(`${option}: ${problem}`);
  return text;
}
