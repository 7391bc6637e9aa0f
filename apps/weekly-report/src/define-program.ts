import type { ExitCode, Program } from '@clarity-keep/command-line';
import type { ListOptions } from './commands/define-list.ts';
import { defineList } from './commands/define-list.ts';
import type { PreviewOptions } from './commands/define-preview.ts';
import { definePreview } from './commands/define-preview.ts';
import type { RecipientsOptions } from './commands/define-recipients.ts';
import { defineRecipients } from './commands/define-recipients.ts';
import type { ResendOptions } from './commands/define-resend.ts';
import { defineResend } from './commands/define-resend.ts';
import type { SendOptions } from './commands/define-send.ts';
import { defineSend } from './commands/define-send.ts';
import type { ShowOptions } from './commands/define-show.ts';
import { defineShow } from './commands/define-show.ts';

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
