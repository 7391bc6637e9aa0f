import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, UsageError } from '@clarity-keep/command-line';
import { chooseProject, QUOTA_LIMIT } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { openDatabase } from '@clarity-keep/db';
import type { ProjectConfiguration } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { thisProcess } from '@clarity-keep/collection';
import type { Subject } from './check.ts';
import { skewVerdict } from './checks/clock.ts';
import { tokenVerdict } from './checks/token.ts';
import { makeLiveCall } from './live-call.ts';
import type { ProjectsSubject } from './projects-subject.ts';
import type { CheckResult } from './verdict.ts';
import { problem, skipped } from './verdict.ts';

export interface WentLive {
  results: CheckResult[];
  exitCode: ExitCode;
  callsSpent: 0 | 1;
}

/** With a problem in one of these the call cannot be made, or its response not be stored. */
const NEEDED = new Set(['settings', 'projects', 'database', 'database-write', 'disk-space']);

/** Makes the one call of `--live`, unless the checks show that it would be wasted. */
export async function goLive(
  deps: CliDeps,
  {
    subject: { settings },
    found,
    project,
  }: {
    subject: Subject;
    found: readonly CheckResult[];
    project: ProjectConfiguration | undefined;
  },
): Promise<WentLive> {
  const hindrance = found.find(({ name, state }) => state === 'problem' && NEEDED.has(name));
  if (hindrance !== undefined) return notMade(hindrance.name);
  if (project === undefined) return notMade('projects');
  const { environment, cwd } = settings;
  const variable = project.tokenVariable;
  const token = settings.variables[variable]?.trim() ?? '';
  const { state } = tokenVerdict(
    { variable, value: token, apiUrl: environment.CLARITY_API_URL },
    deps.now(),
  );
  if (state === 'problem') return notMade('token');
  let callsSpent: 0 | 1 = 0;
  let db: Database | undefined;
  try {
    db = openDatabase({ url: environment.DATABASE_URL, cwd });
    const { verdict, clocks, ...call } = await makeLiveCall(
      {
        db,
        fetch: deps.fetch,
        now: deps.now,
        thisProcess: thisProcess(),
        onCall: (used) => {
          callsSpent = 1;
          deps.stderr.write(
            `Calling Clarity once for ${project.id}: call ${used} of ${QUOTA_LIMIT} in 24 hours ...\n`,
          );
        },
      },
      {
        project,
        token,
        apiUrl: environment.CLARITY_API_URL,
        timeoutMs: environment.CLARITY_TIMEOUT_MS,
        maxBytes: environment.CLARITY_MAX_ANSWER_MB * 2 ** 20,
      },
    );
    const results: CheckResult[] = [{ name: 'live-call', ...verdict }];
    if (clocks !== null) {
      results.push({ name: 'live-clock', ...skewVerdict(clocks.own, clocks.server) });
    }
    return { results, ...call };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const verdict = problem(
      `The call failed, or its response could not be stored: ${reason}`,
      'Fix that and run this again; if it looks like a bug, report it.',
    );
    return { results: [{ name: 'live-call', ...verdict }], exitCode: exitCodes.usage, callsSpent };
  } finally {
    await db?.close();
  }
}

function notMade(hindrance: string): WentLive {
  const verdict = skipped(`No call was made: fix the problem with ${hindrance} first.`);
  return {
    results: [{ name: 'live-call', ...verdict }],
    exitCode: exitCodes.usage,
    callsSpent: 0,
  };
}

/**
 * The project that `--live` makes its call for, or undefined when none is configured.
 *
 * @throws UsageError when there are several and none is named.
 * @throws UnknownProjectError for an unknown ID or name.
 */
export function liveProject(
  { projects }: ProjectsSubject,
  wanted: string | undefined,
): ProjectConfiguration | undefined {
  if (wanted !== undefined) return chooseProject(projects, wanted);
  if (projects.length <= 1) return projects[0];
  const ids = projects.map(({ id }) => id).join(', ');
  throw new UsageError(`Use --project to say which project --live should call for: ${ids}.`);
}
