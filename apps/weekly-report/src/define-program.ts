import type { Program } from '@clarity-keep/command-line';
import { commandEntry } from '@clarity-keep/command-line';
import type { CliDeps } from './cli-deps.ts';
import { defineList } from './commands/define-list.ts';
import { definePreview } from './commands/define-preview.ts';
import { defineRecipients } from './commands/define-recipients.ts';
import { defineResend } from './commands/define-resend.ts';
import { defineSend } from './commands/define-send.ts';
import { defineShow } from './commands/define-show.ts';

/** `clarity-keep-report`: its commands. */
export const program: Program<CliDeps> = {
  name: 'clarity-keep-report',
  commands: [
    commandEntry({
      name: 'preview',
      command: definePreview,
      load: async () => (await import('./commands/run-preview.ts')).runPreview,
    }),
    commandEntry({
      name: 'send',
      command: defineSend,
      load: async () => (await import('./commands/run-send.ts')).runSend,
    }),
    commandEntry({
      name: 'list',
      command: defineList,
      load: async () => (await import('./commands/run-list.ts')).runList,
    }),
    commandEntry({
      name: 'show',
      command: defineShow,
      load: async () => (await import('./commands/run-show.ts')).runShow,
    }),
    commandEntry({
      name: 'resend',
      command: defineResend,
      load: async () => (await import('./commands/run-resend.ts')).runResend,
    }),
    commandEntry({
      name: 'recipients',
      command: defineRecipients,
      load: async () => (await import('./commands/run-recipients.ts')).runRecipients,
    }),
  ],
  frame: (yargs) =>
    yargs
      .usage(
        '$0 <command>\n\nMails what frustrated visitors most in a week, or shows the mail first.',
      )
      .demandCommand(1, 'Expected a command.')
      .example('$0 preview', 'write the last week to weekly-report.html, .txt and .eml')
      .example('$0 send', 'mail it, once per week and recipient'),
};
