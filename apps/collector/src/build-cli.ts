import yargs from 'yargs';
import type { CollectOptions } from './commands/define-collect.ts';
import { defineCollect } from './commands/define-collect.ts';
import type { ImportOptions } from './commands/define-import.ts';
import { defineImport } from './commands/define-import.ts';
import type { QueryOptions } from './commands/query/define-query.ts';
import { defineQuery } from './commands/query/define-query.ts';
import { UsageError } from './errors.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCodes } from './exit-code.ts';
import { version } from './version.ts';

/** What each command does; a test looks at what it is asked to. */
export interface CliHandlers {
  collect(options: CollectOptions): Promise<ExitCode>;
  import(options: ImportOptions): Promise<ExitCode>;
  query(options: QueryOptions): Promise<ExitCode>;
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
    .scriptName('clarity-keep')
    .usage(
      '$0 <command>\n\nKeeps what Microsoft Clarity forgets after three days, and answers questions about it.',
    )
    .command(defineCollect(noting((options) => handlers.collect(options))))
    .command(defineImport(noting((options) => handlers.import(options))))
    .command(defineQuery(noting((options) => handlers.query(options))))
    .demandCommand(1, 'Expected a command.')
    .strict()
    .example('$0 collect', 'ask Clarity and keep the answers')
    .example('$0 query pages', 'the pages that frustrate people most')
    .epilog('Settings come from the environment and from .env in the working directory.')
    .version(version)
    .help()
    .wrap(Math.min(columns ?? 100, 110))
    .exitProcess(false)
    .fail((message, error) => {
      throw (
        error ?? new UsageError(`${message}\nRun clarity-keep --help for the commands and options.`)
      );
    })
    .parseAsync([...argv], {}, (_error, _options, output) => {
      run.text = output;
    });
  return run;
}
