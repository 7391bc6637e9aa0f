import { minuteUtc } from '@clarity-keep/core';
import { existsSync } from 'node:fs';
import type { Database } from '@clarity-keep/db';
import { databasePath, loadProject, openDatabase } from '@clarity-keep/db';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { screenOf } from '@clarity-keep/command-line/table';
import { ConfigurationError } from '@clarity-keep/environment';
import type { ProjectConfiguration } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { statusText } from './text.ts';
import type { Settings } from '../../settings/read-settings.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { loadStatus, needsAttention } from '@clarity-keep/collection';
import type { ProjectStatus } from '@clarity-keep/collection';
import type { StatusOptions } from './command.ts';

/** Shows the state of all collections; with --check the exit code says whether they are healthy. */
export async function runStatus(deps: CliDeps, options: StatusOptions): Promise<ExitCode> {
  const settings = readSettings(deps, options.project);
  const url = settings.databaseUrl;
  const isThere = existsSync(databasePath(url, deps.cwd));
  const db = isThere ? openDatabase({ url, cwd: deps.cwd, mustExist: true }) : null;
  try {
    const statuses = settings.projects.map((project) =>
      loadStatus(db, {
        project,
        name: nameOf(db, project),
        token: tokenOf(settings, project),
        schedule: settings.schedule,
        maxAgeHours: options.maxAgeHours,
        now: deps.now(),
      }),
    );
    const screen = screenOf(deps.stdout, settings.variables);
    if (options.json) deps.stdout.write(jsonText({ projects: statuses }));
    // Cron mails what a job prints, so a successful check is silent.
    else if (!options.check) {
      deps.stdout.write(statuses.map((status) => statusText(status, screen)).join('\n'));
    }
    return options.check ? check(deps, statuses) : exitCodes.done;
  } finally {
    await db?.close();
  }
}

function check({ stderr }: CliDeps, statuses: readonly ProjectStatus[]): ExitCode {
  const bad = statuses.filter(needsAttention);
  for (const { project, isStale, healableDays, lastAnswerAt } of bad) {
    const age =
      lastAnswerAt === null
        ? 'nothing has been collected yet'
        : `the newest response is from ${minuteUtc(lastAnswerAt)}`;
    const why = [
      ...(isStale ? [age] : []),
      ...(healableDays.length > 0 ? [`${healableDays.join(', ')} can still be filled`] : []),
    ];
    stderr.write(`${project}: ${why.join('; ')}.\n`);
  }
  return bad.length === 0 ? exitCodes.done : exitCodes.stale;
}

function nameOf(db: Database | null, { id, name }: ProjectConfiguration): string {
  return name ?? (db === null ? null : loadProject(db, id))?.name ?? id;
}

/** The status can be shown without a token. */
function tokenOf({ tokenOf: read }: Settings, project: ProjectConfiguration): string | null {
  try {
    return read(project);
  } catch (error) {
    if (error instanceof ConfigurationError) return null;
    throw error;
  }
}
