import yargs from 'yargs';
import type { Argv } from 'yargs';
import type { ExitCode } from './exit-code.ts';
import { exitCodes } from './exit-code.ts';
import type { Output } from './output.ts';
import { tellError } from './tell-error.ts';
import { UsageError } from './usage-error.ts';
import type { RefusedUsage } from './usage-problem.ts';
import { usageProblem } from './usage-problem.ts';
import { version } from './version.ts';
import { wholeExamples } from './whole-examples.ts';

/** Makes a handler that returns an exit code one that yargs can call. */
export type Noting = <Options>(
  handler: (options: Options) => Promise<ExitCode>,
) => (options: Options) => Promise<void>;

export interface Program {
  name: string;
  /** Adds the program's usage, commands and options. */
  define: (program: Argv, noting: Noting) => Argv;
}

const WIDEST = 110;
const UNKNOWN_WIDTH = 100;

/**
 * Runs one command line of a program and returns its exit code. Errors reach the user here, once; help
 * and version go to stdout.
 */
export async function runProgram(
  { name, define }: Program,
  argv: readonly string[],
  { stdout, stderr }: { stdout: Output; stderr: Output },
): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const noting: Noting = (handler) => async (options) => {
    exitCode = await handler(options);
  };
  const columns = Math.min(stdout.columns ?? UNKNOWN_WIDTH, WIDEST);
  const read = async (width: number | null): Promise<string> => {
    let help = '';
    // The programs describe themselves in English, so yargs shall not speak the terminal's language.
    const program = yargs()
      .scriptName(name)
      .locale('en')
      // No option has parts: one with a dot in it is unknown.
      .parserConfiguration({ 'duplicate-arguments-array': false, 'dot-notation': false });
    await define(program, noting)
      .strict()
      .epilog('Settings come from the environment and from .env in the working directory.')
      .version(version)
      .help()
      .wrap(width)
      .exitProcess(false)
      .fail((message, error, usage) => {
        // Errors of a handler come here too; those of yargs itself are about the command line.
        if (error !== undefined && error !== null && error.name !== 'YError') throw error;
        // The types take it for the program; it is what yargs makes its help of.
        const known = usage as unknown as RefusedUsage;
        throw new UsageError(usageProblem(message, { argv, usage: known }));
      })
      .parseAsync([...argv], {}, (_error, _options, output) => {
        help = output;
      });
    return help;
  };
  try {
    const help = await read(columns);
    // Asked for help, a program does nothing else: it can be read once more.
    if (help !== '') {
      stdout.write(`${wholeExamples(help, { unwrapped: await read(null), columns })}\n`);
    }
    return exitCode;
  } catch (error) {
    const told = await tellError(error);
    stderr.write(`${told.text}\n`);
    return told.exitCode;
  }
}
