import { resolve } from 'node:path';
import { defaultUrlRules, displayText } from '@clarity-keep/core';
import { openDatabase, saveProject } from '@clarity-keep/db';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment, requireProjectId } from '../env.ts';
import { ImportError } from '../errors.ts';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { importFile } from '../import/import-file.ts';
import { importText } from '../present/import-text.ts';
import { progressBar } from '../present/progress-bar.ts';
import { readVariables } from '@clarity-keep/environment';
import { projectSettings } from '../project-settings.ts';
import { parseSeenAt } from '../import/session-source.ts';
import type { ImportOptions } from './define-import.ts';

/** Imports one file and prints what became of its records. */
export async function runImport(deps: CliDeps, options: ImportOptions): Promise<ExitCode> {
  const environment = parseEnvironment(readVariables(deps.cwd, deps.variables));
  const id = requireProjectId(environment);
  const at = options.at === undefined ? undefined : parseAt(options.at);
  const db = openDatabase({ url: environment.DATABASE_URL, cwd: deps.cwd });
  const progress = progressBar(deps.stderr);
  try {
    const project = projectSettings(db, id, environment.CLARITY_TIME_ZONE);
    saveProject(db, project, deps.now());
    const result = await importFile(
      { db, now: deps.now },
      {
        path: resolve(deps.cwd, options.file),
        project,
        rules: defaultUrlRules,
        at,
        token: environment.CLARITY_API_TOKEN,
        numOfDays: options.numOfDays,
        onProgress: progress.update,
      },
    );
    progress.stop();
    deps.stdout.write(options.json ? jsonText(result) : importText(result));
    for (const warning of result.warnings) deps.stderr.write(`Warning: ${displayText(warning)}\n`);
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
