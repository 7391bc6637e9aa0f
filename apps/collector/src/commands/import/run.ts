import { resolve } from 'node:path';
import { displayText, timeZoneSchema } from '@clarity-keep/core';
import { openDatabase } from '@clarity-keep/db';
import type { CliDeps } from '../../cli-deps.ts';
import {
  ImportError,
  importFile,
  parseSeenAt,
  prepareProject,
  regroupingWarning,
  thisProcess,
  withLease,
} from '@clarity-keep/collection';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import { importText } from './text.ts';
import { progressBar } from '../../terminal/progress-bar.ts';
import type { ProjectConfiguration } from '@clarity-keep/environment';
import { defaultProjectId, pickProjects } from '@clarity-keep/environment';
import type { LoadedSettings } from '../../settings/load-settings.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import type { ImportOptions } from './command.ts';

/** Long enough for the largest file; the lease of a process that dies ends with it. */
const LEASE_MS = 3_600_000;

/** Imports one file and prints the result. */
export async function runImport(deps: CliDeps, options: ImportOptions): Promise<ExitCode> {
  const settings = loadSettings(deps);
  const configured = pickProject(settings, options.project);
  const at = options.at === undefined ? undefined : parseAt(options.at);
  checkTimeZone(options.timeZone);
  const db = openDatabase({ url: settings.environment.DATABASE_URL, cwd: deps.cwd });
  const progress = progressBar(deps.stderr, 'Importing');
  try {
    const outcome = await withLease(
      { db, now: deps.now, thisProcess: thisProcess() },
      { projectId: configured.id, ttlMs: LEASE_MS },
      async () => {
        const project = prepareProject(db, configured, deps.now());
        const { timeZone, urlRules } = project.grouping;
        const imported = await importFile(
          { db, now: deps.now, stdin: deps.streamStdin },
          {
            path: options.file === '-' ? '-' : resolve(deps.cwd, options.file),
            project: { id: project.id, timeZone },
            rules: urlRules,
            at,
            token: settings.variables[configured.tokenVariable]?.trim() || undefined,
            numOfDays: options.numOfDays,
            timeZone: options.timeZone,
            maxAnswerBytes: settings.environment.CLARITY_MAX_ANSWER_MB * 2 ** 20,
            onProgress: progress.update,
          },
        );
        return { project, imported };
      },
    );
    if ('takenBy' in outcome) {
      const { pid, host } = outcome.takenBy;
      throw new UsageError(
        `Process ${pid} on ${host} is working on ${configured.id} right now. Run this again when it has finished.`,
      );
    }
    const { project, imported: result } = outcome.result;
    progress.stop();
    deps.stdout.write(options.json ? jsonText(result) : importText(result));
    for (const warning of [...result.warnings, regroupingWarning(project)]) {
      if (warning !== null) deps.stderr.write(`Warning: ${displayText(warning)}\n`);
    }
    if (result.read === 0 || result.rejected < result.read) return exitCodes.done;
    deps.stderr.write('The file contains nothing to import.\n');
    return exitCodes.notUnderstood;
  } finally {
    progress.stop();
    await db.close();
  }
}

/** @throws ConfigurationError, or UsageError when there are several and none is named. */
function pickProject(
  { environment, configuration }: LoadedSettings,
  named: string | undefined,
): ProjectConfiguration {
  const id = named ?? defaultProjectId(configuration, environment.CLARITY_PROJECT_ID);
  const [project, ...more] = pickProjects(configuration, id);
  if (project !== undefined && more.length === 0) return project;
  const ids = configuration.projects.map((one) => one.id);
  throw new UsageError(
    `Use --project to say which project the file belongs to: ${ids.join(', ')}.`,
  );
}

function checkTimeZone(timeZone: string | undefined): void {
  if (timeZone === undefined || timeZoneSchema.safeParse(timeZone).success) return;
  throw new ImportError(
    `--time-zone must be a time zone such as UTC or Europe/Berlin, not ${JSON.stringify(timeZone)}.`,
  );
}

function parseAt(text: string): Date {
  const at = parseSeenAt(text);
  if (at !== null) return at;
  throw new ImportError(
    `--at must be a date and time between 2000 and 2100, such as 2026-11-20T05:00:00Z, not ${JSON.stringify(text)}.`,
  );
}
