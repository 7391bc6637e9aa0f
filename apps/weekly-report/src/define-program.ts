import type { ExitCode, Program } from '@clarity-keep/command-line';
import type { ListOptions } from './commands/list/command.ts';
import { defineList } from './commands/list/command.ts';
import type { PreviewOptions } from './commands/preview/command.ts';
import { definePreview } from './commands/preview/command.ts';
import type { RecipientsOptions } from './commands/recipients/command.ts';
import { defineRecipients } from './commands/recipients/command.ts';
import type { ResendOptions } from './commands/resend/command.ts';
import { defineResend } from './commands/resend/command.ts';
import type { SendOptions } from './commands/send/command.ts';
import { defineSend } from './commands/send/command.ts';
import type { ShowOptions } from './commands/show/command.ts';
import { defineShow } from './commands/show/command.ts';

/** What each command does; a test looks at what it is asked to. */
export interface CliHandlers {
  list(options: ListOptions): Promise<ExitCode>;
  preview(options: PreviewOptions): Promise<ExitCode>;
  send(options: SendOptions): Promise<ExitCode>;
  resend(options: ResendOptions): Promise<ExitCode>;
  show(options: ShowOptions): Promise<ExitCode>;
  recipients(options: RecipientsOptions): Promise<ExitCode>;
}

/** The words of `clarity-keep-report`. */
export function defineProgram(handlers: CliHandlers): Program {
  return {
    name: 'clarity-keep-report',
    define: (program, noting) =>
      program
        .usage(
          '$0 <command>\n\nMails what frustrated visitors most in a week, or shows the mail first.',
        )
        .command(definePreview(noting((options) => handlers.preview(options))))
        .command(defineSend(noting((options) => handlers.send(options))))
        .command(defineList(noting((options) => handlers.list(options))))
        .command(defineShow(noting((options) => handlers.show(options))))
        .command(defineResend(noting((options) => handlers.resend(options))))
        .command(defineRecipients(noting((options) => handlers.recipients(options))))
        .demandCommand(1, 'Expected a command.')
        .example('$0 preview', 'write the last week to weekly-report.html, .txt and .eml')
        .example('$0 send', 'mail it, once per week and recipient'),
  };
}
