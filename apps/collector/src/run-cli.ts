import type { ExitCode } from '@clarity-keep/command-line';
import { messageOutput, runProgram } from '@clarity-keep/command-line';
import type { CliDeps } from './cli-deps.ts';
import { defineProgram } from './define-program.ts';

/** Runs one command line. The commands are loaded when they run, so that help is there at once. */
export function runCli(argv: readonly string[], given: CliDeps): Promise<ExitCode> {
  const deps = { ...given, stderr: messageOutput(given.stderr) };
  const program = defineProgram({
    annotate: async (options) =>
      (await import('./commands/run-annotate.ts')).runAnnotate(deps, options),
    backup: async (options) => (await import('./commands/run-backup.ts')).runBackup(deps, options),
    collect: async (options) =>
      (await import('./commands/run-pinged-collect.ts')).runPingedCollect(deps, options),
    daemon: async (options) =>
      (await import('./commands/run-daemon.ts')).runDaemon(deps, options, runCli),
    doctor: async (options) => (await import('./commands/run-doctor.ts')).runDoctor(deps, options),
    export: async (options) => (await import('./commands/run-export.ts')).runExport(deps, options),
    import: async (options) => (await import('./commands/run-import.ts')).runImport(deps, options),
    init: async (options) => (await import('./commands/run-init.ts')).runInit(deps, options),
    mute: async (options) => (await import('./commands/run-mute.ts')).runMute(deps, options),
    plan: async (options) => (await import('./commands/run-plan.ts')).runPlan(deps, options),
    prune: async (options) => (await import('./commands/run-prune.ts')).runPrune(deps, options),
    query: async (options) =>
      (await import('./commands/run-query.ts')).runQueryCommand(deps, options),
    reparse: async (options) =>
      (await import('./commands/run-reparse.ts')).runReparse(deps, options),
    schedule: async (options) =>
      (await import('./commands/run-schedule.ts')).runSchedule(deps, options),
    status: async (options) => (await import('./commands/run-status.ts')).runStatus(deps, options),
    urls: async (options) => (await import('./commands/run-urls.ts')).runUrls(deps, options),
  });
  return runProgram(program, argv, deps);
}
