import { openDatabase } from '@clarity-keep/db';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment } from '../env.ts';
import type { ExitCode } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { QueryOptions } from './query/define-query.ts';
import { runQuery } from './query/run-query.ts';

/** Opens the database and asks one question of it. */
export async function runQueryCommand(deps: CliDeps, options: QueryOptions): Promise<ExitCode> {
  const environment = parseEnvironment(readVariables(deps.cwd, deps.variables));
  const database = openDatabase({
    url: environment.DATABASE_URL,
    cwd: deps.cwd,
    mustExist: true,
  });
  try {
    return await runQuery({
      deps: { ...deps, database, defaultProject: environment.CLARITY_PROJECT_ID },
      options,
    });
  } finally {
    await database.close();
  }
}
