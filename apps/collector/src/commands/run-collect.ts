import { defaultUrlRules, displayText } from '@clarity-keep/core';
import { openDatabase } from '@clarity-keep/db';
import type { CliDeps } from '../cli-deps.ts';
import { collectProject } from '../collect/collect-project.ts';
import { parseEnvironment, requireProjectId, requireToken } from '../env.ts';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { exitCodeOfClarityError } from '../clarity-exit-code.ts';
import { collectionText, windowText } from '../present/collection-text.ts';
import { projectSettings } from '../project-settings.ts';
import { screenOf } from '../present/screen.ts';
import { readVariables } from '@clarity-keep/environment';
import type { CollectOptions } from './define-collect.ts';

/** Collects, prints what was done, and says by its exit code how it went. */
export async function runCollect(deps: CliDeps, options: CollectOptions): Promise<ExitCode> {
  const variables = readVariables(deps.cwd, deps.variables);
  const environment = parseEnvironment(variables);
  const id = requireProjectId(environment);
  const token = requireToken(environment);
  const db = openDatabase({ url: environment.DATABASE_URL, cwd: deps.cwd });
  try {
    const collection = await collectProject(
      {
        db,
        fetch: deps.fetch,
        now: deps.now,
        onCall: (call) => deps.stderr.write(`Asking Clarity for ${windowText(call)} ...\n`),
      },
      {
        project: projectSettings(db, id, environment.CLARITY_TIME_ZONE),
        token,
        apiUrl: environment.CLARITY_API_URL,
        timeoutMs: environment.CLARITY_TIMEOUT_MS,
        rules: defaultUrlRules,
        numOfDays: options.days,
      },
    );
    deps.stdout.write(
      options.json
        ? jsonText({ projects: [collection] })
        : collectionText(collection, screenOf(deps.stdout, variables)),
    );
    for (const warning of collection.warnings) {
      deps.stderr.write(`Warning: ${displayText(warning)}\n`);
    }
    if (collection.error === null) return exitCodes.done;
    deps.stderr.write(`${displayText(collection.error.message)}\n`);
    return exitCodeOfClarityError(collection.error.code);
  } finally {
    await db.close();
  }
}
