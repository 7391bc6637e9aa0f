import { displayText, nextFreeCalls } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { openDatabase } from '@clarity-keep/db';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, tellError, worstExitCode } from '@clarity-keep/command-line';
import { screenOf } from '@clarity-keep/command-line/table';
import type { ProjectConfiguration } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import {
  collectProject,
  factsOfCollection,
  startCollection,
  thisProcess,
} from '@clarity-keep/collection';
import type { ProjectCollection } from '@clarity-keep/collection';
import { exitCodeOf } from './exit-code-of.ts';
import { collectionText } from './text.ts';
import { plannedCallText } from '../plan/text.ts';
import type { Settings } from '../../settings/read-settings.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { CollectOptions } from './command.ts';

/** Collects all projects and prints the results. The exit code is that of the worst project. */
export async function runCollect(
  deps: CliDeps,
  options: CollectOptions,
  settings = readSettings(deps, options.project),
): Promise<ExitCode> {
  if (options.dryRun) return (await import('../plan/run.ts')).runPlan(deps, options, settings);
  deps.preferMemory?.();
  const db = openDatabase({ url: settings.databaseUrl, cwd: deps.cwd });
  try {
    const collections: ProjectCollection[] = [];
    const waitUntil = deps.now().getTime() + options.wait * 60_000;
    for (const [index, project] of settings.projects.entries()) {
      if (deps.stop?.aborted === true) break;
      // Many projects at the same second, everywhere on the hour, are what makes an API fail.
      if (index > 0) await deps.sleep(deps.random() * settings.jitterSeconds * 1000);
      const collection = await collectOne(deps, options, { db, settings, project, waitUntil });
      collections.push(collection);
      deps.onCollected?.(exitCodeOf(collection), collection.callsFreeAt);
      if (!options.json) {
        const screen = screenOf(deps.stdout, settings.variables);
        deps.stdout.write(`${index > 0 ? '\n' : ''}${collectionText(collection, screen)}`);
      }
      tellProblems(deps, collection);
    }
    if (options.json) deps.stdout.write(jsonText({ projects: collections.map(jsonOf) }));
    return worstExitCode(collections.map(exitCodeOf));
  } finally {
    await db.close();
  }
}

/** A project that fails does not stop the others. */
async function collectOne(
  deps: CliDeps,
  options: CollectOptions,
  {
    db,
    settings,
    project,
    waitUntil,
  }: { db: Database; settings: Settings; project: ProjectConfiguration; waitUntil: number },
): Promise<ProjectCollection> {
  const isAlone = settings.projects.length === 1;
  const { apiUrl, timeoutMs, maxBytes, webhookUrl } = settings;
  try {
    const token = settings.tokenOf(project);
    const collection = await collectProject(
      {
        db,
        fetch: deps.fetch,
        now: deps.now,
        sleep: deps.sleep,
        thisProcess: thisProcess(),
        stop: deps.stop,
        onCall: (call) => {
          const of = isAlone ? '' : `${project.id}: `;
          deps.stderr.write(`${of}Calling Clarity for ${plannedCallText(call)} ...\n`);
        },
        onWait: (quota) =>
          deps.stderr.write(
            `${isAlone ? '' : `${project.id}: `}Waiting for the next call: ${nextFreeCalls(quota) ?? 'free now'}.\n`,
          ),
        onRetry: (message) => deps.stderr.write(`${displayText(message)}\n`),
      },
      {
        project,
        token,
        apiUrl,
        timeoutMs,
        maxBytes,
        numOfDays: options.days,
        waitMs: waitUntil - deps.now().getTime(),
      },
    );
    // When another process does the work, its outcome is unknown here.
    if (webhookUrl !== undefined && !collection.isLeftToAnother) {
      const { notifyOfCollection } = await import('@clarity-keep/collection');
      const facts = factsOfCollection(db, { project, token, collection, now: deps.now() });
      collection.warnings.push(...(await notifyOfCollection({ ...deps, db, webhookUrl }, facts)));
    }
    return collection;
  } catch (error) {
    if (isAlone) throw error;
    return { ...startCollection(project.id, null), error: await failureOf(error) };
  }
}

async function failureOf(error: unknown): Promise<NonNullable<ProjectCollection['error']>> {
  const { exitCode, text } = await tellError(error);
  return { code: exitCode === exitCodes.defect ? 'defect' : 'configuration', message: text };
}

function tellProblems({ stderr }: CliDeps, { warnings, error }: ProjectCollection): void {
  for (const warning of warnings) stderr.write(`Warning: ${displayText(warning)}\n`);
  if (error !== null) stderr.write(`${displayText(error.message)}\n`);
}

function jsonOf(collection: ProjectCollection) {
  const { project, format, calls, facts, sessions, quota, warnings, error } = collection;
  return { project, format, calls, facts, sessions, quota, warnings, error };
}
