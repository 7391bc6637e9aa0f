import type { Program } from '@clarity-keep/command-line';
import { commandEntry } from '@clarity-keep/command-line';
import type { CliDeps } from './cli-deps.ts';
import { annotateCommand } from './commands/annotate/command.ts';
import { backupCommand } from './commands/backup/command.ts';
import { collectCommand } from './commands/collect/command.ts';
import { daemonCommand } from './commands/daemon/command.ts';
import { doctorCommand } from './commands/doctor/command.ts';
import { exportCommand } from './commands/export/command.ts';
import { importCommand } from './commands/import/command.ts';
import { initCommand } from './commands/init/command.ts';
import { muteCommand } from './commands/mute/command.ts';
import { planCommand } from './commands/plan/command.ts';
import { pruneCommand } from './commands/prune/command.ts';
import { queryCommand } from './commands/query/command.ts';
import { reparseCommand } from './commands/reparse/command.ts';
import { scheduleCommand } from './commands/schedule/command.ts';
import { statusCommand } from './commands/status/command.ts';
import { urlsCommand } from './commands/urls/command.ts';

/** `clarity-keep`: its commands, in the order in which people need them. */
export const program: Program<CliDeps> = {
  name: 'clarity-keep',
  commands: [
    commandEntry({
      name: 'init',
      command: initCommand,
      load: async () => (await import('./commands/init/run.ts')).runInit,
    }),
    commandEntry({
      name: 'collect',
      command: collectCommand,
      load: async () => (await import('./commands/collect/run-pinged.ts')).runPingedCollect,
    }),
    commandEntry({
      name: 'plan',
      command: planCommand,
      load: async () => (await import('./commands/plan/run.ts')).runPlan,
    }),
    commandEntry({
      name: 'status',
      command: statusCommand,
      load: async () => (await import('./commands/status/run.ts')).runStatus,
    }),
    commandEntry({
      name: 'query',
      command: queryCommand,
      load: async () => (await import('./commands/query/run.ts')).runQueryCommand,
    }),
    commandEntry({
      name: 'mute',
      command: muteCommand,
      load: async () => (await import('./commands/mute/run.ts')).runMute,
    }),
    commandEntry({
      name: 'annotate',
      command: annotateCommand,
      load: async () => (await import('./commands/annotate/run.ts')).runAnnotate,
    }),
    commandEntry({
      name: 'import',
      command: importCommand,
      load: async () => (await import('./commands/import/run.ts')).runImport,
    }),
    commandEntry({
      name: 'export',
      command: exportCommand,
      load: async () => (await import('./commands/export/run.ts')).runExport,
    }),
    commandEntry({
      name: 'urls',
      command: urlsCommand,
      load: async () => (await import('./commands/urls/run.ts')).runUrls,
    }),
    commandEntry({
      name: 'reparse',
      command: reparseCommand,
      load: async () => (await import('./commands/reparse/run.ts')).runReparse,
    }),
    commandEntry({
      name: 'doctor',
      command: doctorCommand,
      load: async () => (await import('./commands/doctor/run.ts')).runDoctor,
    }),
    commandEntry({
      name: 'schedule',
      command: scheduleCommand,
      load: async () => (await import('./commands/schedule/run.ts')).runSchedule,
    }),
    commandEntry({
      name: 'daemon',
      command: daemonCommand,
      load: async () => (await import('./commands/daemon/run.ts')).runDaemon,
    }),
    commandEntry({
      name: 'backup',
      command: backupCommand,
      load: async () => (await import('./commands/backup/run.ts')).runBackup,
    }),
    commandEntry({
      name: 'prune',
      command: pruneCommand,
      load: async () => (await import('./commands/prune/run.ts')).runPrune,
    }),
  ],
  frame: (yargs) =>
    yargs
      .usage(
        '$0 <command>\n\nStores what Microsoft Clarity forgets after three days, and answers questions about it.',
      )
      .demandCommand(1, 'No command given.')
      .example('$0 init', 'set up a project')
      .example('$0 collect', 'collect from Clarity')
      .example('$0 query pages', 'the pages that frustrate visitors most'),
};
