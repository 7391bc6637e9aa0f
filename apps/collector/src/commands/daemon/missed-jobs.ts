import { existsSync } from 'node:fs';
import { databasePath, hasCallBefore, openDatabase } from '@clarity-keep/db';
import type { CliDeps } from '../../cli-deps.ts';
import type { LoadedSettings } from '../../settings/load-settings.ts';
import type { Job } from '@clarity-keep/collection';
import { jobs, previousRun } from '@clarity-keep/collection';

/**
 * The jobs that may have been missed before the daemon started. A report is not among them when nothing had been
 * collected by its time: a set-up on a Wednesday must not send an empty mail.
 *
 * @throws DatabaseError when the database exists and cannot be used.
 */
export async function missedJobs(
  { cwd, now }: Pick<CliDeps, 'cwd' | 'now'>,
  { environment, configuration }: Pick<LoadedSettings, 'environment' | 'configuration'>,
): Promise<readonly Job[]> {
  const url = environment.DATABASE_URL;
  if (!existsSync(databasePath(url, cwd))) return ['collect'];
  const db = openDatabase({ url, cwd });
  try {
    const due = previousRun(configuration.schedule, 'report', now());
    return hasCallBefore(db, due) ? jobs : ['collect'];
  } finally {
    await db.close();
  }
}
