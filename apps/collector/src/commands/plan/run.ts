import { existsSync } from 'node:fs';
import type { PlannedCall } from '@clarity-keep/core';
import { rollingQuota } from '@clarity-keep/core';
import { requestDimensions, tokenFingerprint } from '@clarity-keep/clarity';
import type { Database } from '@clarity-keep/db';
import {
  databasePath,
  isTokenRefused,
  loadAnswerFormat,
  loadQuota,
  openDatabase,
} from '@clarity-keep/db';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { screenOf } from '@clarity-keep/command-line/table';
import type { ProjectConfiguration } from '@clarity-keep/environment';
import { ConfigurationError } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { findGrouping, loadPlan } from '@clarity-keep/collection';
import type { ShownCall, ShownPlan } from './text.ts';
import { planText } from './text.ts';
import type { Settings } from '../../settings/read-settings.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { PlanOptions } from './command.ts';

/** Shows the calls that a collection would make, without a call and without creating a database. */
export async function runPlan(
  deps: CliDeps,
  options: PlanOptions,
  settings = readSettings(deps, options.project),
): Promise<ExitCode> {
  const url = settings.databaseUrl;
  const isThere = existsSync(databasePath(url, deps.cwd));
  const db = isThere ? openDatabase({ url, cwd: deps.cwd, mustExist: true }) : null;
  try {
    const plans = settings.projects.map((project) =>
      showPlan(db, { project, settings, now: deps.now(), numOfDays: options.days }),
    );
    const screen = screenOf(deps.stdout, settings.variables);
    deps.stdout.write(
      options.json
        ? jsonText({ projects: plans })
        : plans.map((plan) => planText(plan, screen)).join('\n'),
    );
    return exitCodes.done;
  } finally {
    await db?.close();
  }
}

function showPlan(
  db: Database | null,
  {
    project,
    settings,
    now,
    numOfDays,
  }: {
    project: ProjectConfiguration;
    settings: Settings;
    now: Date;
    numOfDays: PlanOptions['days'];
  },
): ShownPlan {
  const { id, extraBreakdowns: extras, reserve } = project;
  const { timeZone } = findGrouping(db, project).grouping;
  const format = db === null ? null : loadAnswerFormat(db, id);
  const { calls, postponed } = loadPlan(db, {
    projectId: id,
    timeZone,
    extras,
    reserve,
    format,
    numOfDays,
    now,
  });
  const quota =
    db === null ? rollingQuota({ countedAt: [], refusedAt: null }, now) : loadQuota(db, id, now);
  const { limit, used, nextFreeAt, nextFree, isRefusing } = quota;
  return {
    project: id,
    calls: calls.map(shownCall),
    postponed: postponed.map(shownCall),
    quota: {
      limit,
      used,
      reserve,
      left: Math.max(0, quota.left - calls.length),
      nextFreeAt,
      nextFree,
      isRefusing,
    },
    blocked: db === null ? null : blockOf(db, { project, settings, now }),
  };
}

function shownCall({ numOfDays, breakdown, reason, day }: PlannedCall): ShownCall {
  return { numOfDays, dimensions: requestDimensions(breakdown), reason, day };
}

function blockOf(
  db: Database,
  { project, settings, now }: { project: ProjectConfiguration; settings: Settings; now: Date },
): ShownPlan['blocked'] {
  if (loadQuota(db, project.id, now).isRefusing) return 'quota-spent';
  try {
    const fingerprint = tokenFingerprint(settings.tokenOf(project));
    const key = { projectId: project.id, tokenFingerprint: fingerprint };
    return isTokenRefused(db, key) ? 'token-refused' : null;
  } catch (error) {
    // A plan can be shown without a token.
    if (error instanceof ConfigurationError) return null;
    throw error;
  }
}
