import yargs from 'yargs';
import type { PreviewOptions } from './commands/define-preview.ts';
import { definePreview } from './commands/define-preview.ts';
import type { SendOptions } from './commands/define-send.ts';
import { defineSend } from './commands/define-send.ts';
import { UsageError } from './errors.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCodes } from './exit-code.ts';
import { version } from './version.ts';

/** What each command does; a test looks at what it is asked to. */
export interface CliHandlers {
  preview(options: PreviewOptions): Promise<ExitCode>;
  send(options: SendOptions): Promise<ExitCode>;
}

export interface CliRun {
  exitCode: ExitCode;
  /** Help or version, for stdout; empty when a command ran. */
  text: string;
}

/**
 * Reads the command line and runs the command's handler.
 *
 * @throws UsageError for a command or an option that does not exist, and what a handler throws.
 */
export async function runCommandLine(
  argv: readonly string[],
  handlers: CliHandlers,
  { columns }: { columns: number | undefined },
): Promise<CliRun> {
  const run: CliRun = { exitCode: exitCodes.done, text: '' };
  const noting =
    <Options>(handler: (options: Options) => Promise<ExitCode>) =>
    async (options: Options): Promise<void> => {
      run.exitCode = await handler(options);
    };
  await yargs()
    .scriptName('clarity-keep-report')
    .usage(
      '$0 <command>\n\nMails what frustrated visitors most in a week, or shows the mail first.',
    )
    .command(definePreview(noting((options) => handlers.preview(options))))
    .command(defineSend(noting((options) => handlers.send(options))))
    .demandCommand(1, 'Expected a command.')
    .strict()
    .example('$0 preview', 'write the last week to weekly-report.html, .txt and .eml')
    .example('$0 send', 'mail it, once per week and recipient')
    .epilog('Settings come from the environment and from .env in the working directory.')
    .version(version)
    .help()
    .wrap(Math.min(columns ?? 100, 110))
    .exitProcess(false)
    .fail((message, error) => {
      throw (
        error ??
        new UsageError(`${message}\nRun clarity-keep-report --help for the commands and options.`)
      );
    })
    .parseAsync([...argv], {}, (_error, _options, output) => {
      run.text = output;
    });
  return run;
}
