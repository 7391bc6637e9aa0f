import type { ExitCode, Program } from '@clarity-keep/command-line';
import type { AnnotateOptions } from './commands/define-annotate.ts';
import { defineAnnotate } from './commands/define-annotate.ts';
import type { BackupOptions } from './commands/define-backup.ts';
import { defineBackup } from './commands/define-backup.ts';
import type { CollectOptions } from './commands/define-collect.ts';
import { defineCollect } from './commands/define-collect.ts';
import type { DaemonOptions } from './commands/define-daemon.ts';
import { defineDaemon } from './commands/define-daemon.ts';
import type { DoctorOptions } from './commands/define-doctor.ts';
import { defineDoctor } from './commands/define-doctor.ts';
import type { ExportOptions } from './commands/define-export.ts';
import { defineExport } from './commands/define-export.ts';
import type { ImportOptions } from './commands/define-import.ts';
import { defineImport } from './commands/define-import.ts';
import type { InitOptions } from './commands/define-init.ts';
import { defineInit } from './commands/define-init.ts';
import type { MuteOptions } from './commands/define-mute.ts';
import { defineMute } from './commands/define-mute.ts';
import type { PlanOptions } from './commands/define-plan.ts';
import { definePlan } from './commands/define-plan.ts';
import type { PruneOptions } from './commands/define-prune.ts';
import { definePrune } from './commands/define-prune.ts';
import type { QueryOptions } from './commands/query/define-query.ts';
import { defineQuery } from './commands/query/define-query.ts';
import type { ReparseOptions } from './commands/define-reparse.ts';
import { defineReparse } from './commands/define-reparse.ts';
import type { ScheduleOptions } from './commands/define-schedule.ts';
import { defineSchedule } from './commands/define-schedule.ts';
import type { StatusOptions } from './commands/define-status.ts';
import { defineStatus } from './commands/define-status.ts';
import type { UrlsOptions } from './commands/define-urls.ts';
import { defineUrls } from './commands/define-urls.ts';

/** What each command does; a test looks at what it is asked to. */
export interface CliHandlers {
  annotate(options: AnnotateOptions): Promise<ExitCode>;
  backup(options: BackupOptions): Promise<ExitCode>;
  collect(options: CollectOptions): Promise<ExitCode>;
  daemon(options: DaemonOptions): Promise<ExitCode>;
  doctor(options: DoctorOptions): Promise<ExitCode>;
  export(options: ExportOptions): Promise<ExitCode>;
  import(options: ImportOptions): Promise<ExitCode>;
  init(options: InitOptions): Promise<ExitCode>;
  mute(options: MuteOptions): Promise<ExitCode>;
  plan(options: PlanOptions): Promise<ExitCode>;
  prune(options: PruneOptions): Promise<ExitCode>;
  query(options: QueryOptions): Promise<ExitCode>;
  reparse(options: ReparseOptions): Promise<ExitCode>;
  schedule(options: ScheduleOptions): Promise<ExitCode>;
  status(options: StatusOptions): Promise<ExitCode>;
  urls(options: UrlsOptions): Promise<ExitCode>;
}

/** The words of `clarity-keep`, in the order in which people need them. */
export function defineProgram(handlers: CliHandlers): Program {
  return {
    name: 'clarity-keep',
    define: (program, noting) =>
      program
        .usage(
          '$0 <command>\n\nKeeps what Microsoft Clarity forgets after three days, and answers questions about it.',
        )
        .command(defineInit(noting((options) => handlers.init(options))))
        .command(defineCollect(noting((options) => handlers.collect(options))))
        .command(definePlan(noting((options) => handlers.plan(options))))
        .command(defineStatus(noting((options) => handlers.status(options))))
        .command(defineQuery(noting((options) => handlers.query(options))))
        .command(defineMute(noting((options) => handlers.mute(options))))
        .command(defineAnnotate(noting((options) => handlers.annotate(options))))
        .command(defineImport(noting((options) => handlers.import(options))))
        .command(defineExport(noting((options) => handlers.export(options))))
        .command(defineUrls(noting((options) => handlers.urls(options))))
        .command(defineReparse(noting((options) => handlers.reparse(options))))
        .command(defineDoctor(noting((options) => handlers.doctor(options))))
        .command(defineSchedule(noting((options) => handlers.schedule(options))))
        .command(defineDaemon(noting((options) => handlers.daemon(options))))
        .command(defineBackup(noting((options) => handlers.backup(options))))
        .command(definePrune(noting((options) => handlers.prune(options))))
        .demandCommand(1, 'Expected a command.')
        .example('$0 init', 'set up a project')
        .example('$0 collect', 'ask Clarity and keep the answers')
        .example('$0 query pages', 'the pages that frustrate people most'),
  };
}
