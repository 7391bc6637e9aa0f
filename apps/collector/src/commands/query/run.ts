import type { ExitCode } from '@clarity-keep/command-line';
import type { CliDeps } from '../../cli-deps.ts';
import { openForQuestions } from '../../settings/open-for-questions.ts';
import type { QueryOptions } from './command.ts';
import { runQuery } from './answer-query.ts';

/** Opens the database and asks one question of it. */
export async function runQueryCommand(deps: CliDeps, options: QueryOptions): Promise<ExitCode> {
  const { db: database, defaultProject } = await openForQuestions(deps);
  try {
    return await runQuery({ deps: { ...deps, database, defaultProject }, options });
  } finally {
    await database.close();
  }
}
