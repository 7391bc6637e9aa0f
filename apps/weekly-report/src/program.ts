import type { Program } from '@clarity-keep/command-line';
import { commandEntry } from '@clarity-keep/command-line';
import type { CliDeps } from './cli-deps.ts';
import { listCommand } from './commands/list/command.ts';
import { previewCommand } from './commands/preview/command.ts';
import { recipientsCommand } from './commands/recipients/command.ts';
import { resendCommand } from './commands/resend/command.ts';
import { sendCommand } from './commands/send/command.ts';
import { showCommand } from './commands/show/command.ts';

/** `clarity-keep-report`: its commands, in the order in which people need them. */
export const program: Program<CliDeps> = {
  name: 'clarity-keep-report',
  commands: [
    commandEntry({
      name: 'preview',
      command: previewCommand,
      load: async () => (await import('./commands/preview/run.ts')).runPreview,
    }),
    commandEntry({
      name: 'send',
      command: sendCommand,
      load: async () => (await import('./commands/send/run.ts')).runSend,
    }),
    commandEntry({
      name: 'list',
      command: listCommand,
      load: async () => (await import('./commands/list/run.ts')).runList,
    }),
    commandEntry({
      name: 'show',
      command: showCommand,
      load: async () => (await import('./commands/show/run.ts')).runShow,
    }),
    commandEntry({
      name: 'resend',
      command: resendCommand,
      load: async () => (await import('./commands/resend/run.ts')).runResend,
    }),
    commandEntry({
      name: 'recipients',
      command: recipientsCommand,
      load: async () => (await import('./commands/recipients/run.ts')).runRecipients,
    }),
  ],
  frame: (yargs) =>
    yargs
      .usage(
        '$0 <command>\n\nMails a weekly report on what frustrates visitors most, or previews it.',
      )
      .demandCommand(1, 'No command given.')
      .example('$0 preview', 'write the last week to weekly-report.html, .txt and .eml')
      .example('$0 send', 'mail it, once per week and recipient'),
};
