import { openDatabase } from '@clarity-keep/db';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import type { CliDeps } from '../../cli-deps.ts';
import type { ReparseResult } from '@clarity-keep/collection';
import { prepareProject, reparseProject, thisProcess, withLease } from '@clarity-keep/collection';
import { factsText } from '../../terminal/facts-text.ts';
import { countText } from '../../terminal/numbers.ts';
import { progressBar } from '../../terminal/progress-bar.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { ReparseOptions } from './command.ts';

/** Long enough for decades of responses; the lease of a process that dies ends with it. */
const LEASE_MS = 3_600_000;

/** Rebuilds the facts of all projects and prints what changed. */
export async function runReparse(deps: CliDeps, options: ReparseOptions): Promise<ExitCode> {
  const settings = readSettings(deps, options.project);
  const db = openDatabase({ url: settings.databaseUrl, cwd: deps.cwd, mustExist: true });
  const progress = progressBar(deps.stderr, 'Reading');
  try {
    const results: ReparseResult[] = [];
    for (const project of settings.projects) {
      const { id } = project;
      const outcome = await withLease(
        { db, now: deps.now, thisProcess: thisProcess() },
        { projectId: id, ttlMs: LEASE_MS },
        () => {
          const { wanted: grouping } = prepareProject(db, project, deps.now());
          const { update: onProgress } = progress;
          const token = settings.variables[project.tokenVariable]?.trim();
          return reparseProject(db, {
            projectId: id,
            grouping,
            token,
            now: deps.now(),
            onProgress,
          });
        },
      );
      if ('takenBy' in outcome) {
        const { pid, host } = outcome.takenBy;
        throw new UsageError(
          `Process ${pid} on ${host} is collecting ${id} right now. Run this again when it has finished.`,
        );
      }
      results.push(outcome.result);
      if (!options.json) deps.stdout.write(reparseText(outcome.result));
    }
    progress.stop();
    if (options.json) deps.stdout.write(jsonText({ projects: results }));
    return exitCodes.done;
  } finally {
    progress.stop();
    await db.close();
  }
}

function reparseText(result: ReparseResult): string {
  const { project, answers, notUnderstood, facts, keptDays, mendedFacts, removedSessions } = result;
  const unread =
    notUnderstood === 0
      ? ''
      : ` ${countText(notUnderstood)} could not be parsed and stay stored as they are.`;
  const notes: [number, string][] = [
    [keptDays, 'days keep their previous grouping: their raw responses were pruned.'],
    [mendedFacts, 'facts held impossible numbers and have no raw response to rebuild them from.'],
    [removedSessions, 'session records with impossible numbers were removed.'],
  ];
  const lines = notes.filter(([count]) => count > 0);
  return [
    `${project}: parsed ${countText(answers)} raw responses again.${unread}\n`,
    `${factsText(facts)}\n`,
    ...lines.map(([count, text]) => `${countText(count)} ${text}\n`),
  ].join('');
}
