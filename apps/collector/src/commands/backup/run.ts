import { resolve } from 'node:path';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { backupDatabase, openAsItIs } from '@clarity-keep/db';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { parseEnvironment } from '../../settings/environment.ts';
import { backupText } from './text.ts';
import type { BackupOptions } from './command.ts';

/** Copies the database into a new file and prints how to restore it. */
export async function runBackup(deps: CliDeps, options: BackupOptions): Promise<ExitCode> {
  const environment = parseEnvironment(readVariables(deps.cwd, deps.variables));
  const db = openAsItIs({ url: environment.DATABASE_URL, cwd: deps.cwd });
  try {
    const startedAt = deps.now().getTime();
    const backup = backupDatabase(db, resolve(deps.cwd, options.file));
    const result = {
      database: db.path,
      ...backup,
      durationMs: deps.now().getTime() - startedAt,
    };
    deps.stdout.write(options.json ? jsonText(result) : backupText(result));
    return exitCodes.done;
  } finally {
    await db.close();
  }
}
