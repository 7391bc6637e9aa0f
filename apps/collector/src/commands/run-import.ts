import { resolve } from 'node:path';
import { displayText } from '@clarity-keep/core';
import { openDatabase } from '@clarity-keep/db';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment, requireProjectId } from '../env.ts';
import { ImportError } from '../errors.ts';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { importFile } from '../import/import-file.ts';
import { importText } from '../present/import-text.ts';
import { progressBar } from '../present/progress-bar.ts';
import { projectOfEnvironment, readVariables } from '@clarity-keep/environment';
import { prepareProject, regroupingWarning } from '../projects/prepare-project.ts';
import { parseSeenAt } from '../import/session-source.ts';
import type { ImportOptions } from './define-import.ts';

/** Imports one file and prints what became of its records. */
export async function runImport(deps: CliDeps, options: ImportOptions): Promise<ExitCode> {
  const environment = parseEnvironment(readVariables(deps.cwd, deps.variables));
  const id = requireProjectId(environment);
  const at = options.at === undefined ? undefined : parseAt(options.at);
  const db = openDatabase({ url: environment.DATABASE_URL, cwd: deps.cwd });
  const progress = progressBar(deps.stderr, 'Importing');
  try {
    const configuration = projectOfEnvironment(id, environment.CLARITY_TIME_ZONE);
    const project = prepareProject(db, configuration, deps.now());
    const { timeZone, urlRules } = project.grouping;
    const result = await importFile(
      { db, now: deps.now },
      {
        path: resolve(deps.cwd, options.file),
        project: { id, timeZone },
        rules: urlRules,
        at,
        token: environment.CLARITY_API_TOKEN,
        numOfDays: options.numOfDays,
        onProgress: progress.update,
      },
    );
    progress.stop();
    deps.stdout.write(options.json ? jsonText(result) : importText(result));
    for (const warning of [...result.warnings, regroupingWarning(project)]) {
      if (warning !== null) deps.stderr.write(`Warning: ${displayText(warning)}\n`);
    }
    if (result.read === 0 || result.rejected < result.read) return exitCodes.done;
    deps.stderr.write('Nothing in the file could be used.\n');
    return exitCodes.notUnderstood;
  } finally {
    progress.stop();
    await db.close();
  }
}

function parseAt(text: string): Date {
  const at = parseSeenAt(text);
  if (at !== null) return at;
  throw new ImportError(
    `Expected --at to be an instant such as 2026-11-20T05:00:00Z, got ${JSON.stringify(text)}.`,
  );
}
