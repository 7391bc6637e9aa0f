import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { screenOf } from '@clarity-keep/command-line/table';
import type { CliDeps } from '../../cli-deps.ts';
import { allChecks } from './all-checks.ts';
import type { Subject } from './check.ts';
import { integrityCheck } from './checks/database/integrity.ts';
import { rawBodiesCheck } from './checks/database/raw-bodies.ts';
import { openSubject } from './database-subject.ts';
import { examine } from './examine.ts';
import { goLive, liveProject } from './go-live.ts';
import { readProjects } from './projects-subject.ts';
import { readSettings } from './settings-subject.ts';
import { doctorText } from './text.ts';
import { progressBar } from '../../terminal/progress-bar.ts';
import type { DoctorOptions } from './command.ts';

/** Runs all checks, and then the call of `--live`. */
export async function runDoctor(deps: CliDeps, options: DoctorOptions): Promise<ExitCode> {
  const settings = readSettings(deps.cwd, deps.variables);
  const projects = readProjects(settings);
  const project = options.live ? liveProject(projects, options.project) : undefined;
  const database = openSubject(settings);
  const subject: Subject = {
    now: deps.now(),
    machine: { nodeVersion: process.versions.node, platform: process.platform },
    settings,
    projects,
    database,
  };
  try {
    const reading = options.integrity
      ? [integrityCheck, rawBodiesCheck(progressBar(deps.stderr, 'Checking'))]
      : [];
    const found = await examine(subject, [...allChecks, ...reading]);
    const live = options.live ? await goLive(deps, { subject, found, project }) : null;
    const checks = [...found, ...(live?.results ?? [])];
    const problems = checks.filter(({ state }) => state === 'problem').length;
    const warnings = checks.filter(({ state }) => state === 'warning').length;
    const result = { checks, problems, warnings, callsSpent: live?.callsSpent ?? 0 };
    deps.stdout.write(
      options.json
        ? jsonText(result)
        : doctorText(result, screenOf(deps.stdout, settings.variables)),
    );
    if (live !== null && live.exitCode !== exitCodes.done) return live.exitCode;
    return problems > 0 ? exitCodes.usage : exitCodes.done;
  } finally {
    if (database.type === 'open') await database.db.close();
  }
}
