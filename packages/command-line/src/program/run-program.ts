import yargs from 'yargs';
import type { Argv, CommandModule } from 'yargs';
import type { ExitCode } from '../exit-code.ts';
import { exitCodes } from '../exit-code.ts';
import type { Output } from '../output.ts';
import { tellError } from '../tell-error.ts';
import { UsageError } from '../usage-error.ts';
import type { CommandEntry } from './command-entry.ts';
import type { RefusedUsage } from './usage-problem.ts';
import { usageProblem } from './usage-problem.ts';
import { version } from '../version.ts';
import { wholeExamples } from './whole-examples.ts';

/** A program is a table of commands, with the words around them. */
export interface Program<Deps> {
  name: string;
  /** In the order in which help lists them. */
  commands: readonly CommandEntry<Deps>[];
  /** Adds what belongs to the program as a whole: its usage and examples. */
  frame?: (program: Argv) => Argv;
}

const WIDEST = 110;
const UNKNOWN_WIDTH = 100;

/**
 * Runs one command line of a program and returns its exit code. Errors reach the user here, once; help
 * and version go to stdout.
 */
export async function runProgram<Deps extends { stdout: Output; stderr: Output }>(
  { name, commands, frame = (program) => program }: Program<Deps>,
  argv: readonly string[],
  deps: Deps,
): Promise<ExitCode> {
  const { stdout, stderr } = deps;
  let exitCode: ExitCode = exitCodes.done;
  const columns = Math.min(stdout.columns ?? UNKNOWN_WIDTH, WIDEST);
  const read = async (width: number | null): Promise<string> => {
    let help = '';
    // The programs describe themselves in English, so yargs must not use the terminal's language.
    const program = yargs()
      .scriptName(name)
      .locale('en')
      // No option has parts: one with a dot in it is unknown.
      .parserConfiguration({ 'duplicate-arguments-array': false, 'dot-notation': false });
    for (const { command, load } of commands) {
      const module = command(async (options) => {
        const run = await load();
        exitCode = await run(deps, options);
      });
      program.command(module as CommandModule);
    }
    await frame(program)
      .strict()
      .epilog('Settings are read from the environment and from .env in the working directory.')
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
