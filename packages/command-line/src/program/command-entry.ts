import type { CommandModule } from 'yargs';
import type { ExitCode } from '../exit-code.ts';

/** A command's words and options, around what it runs. */
export type DefineCommand<Options> = (
  run: (options: Options) => Promise<void>,
) => Pick<CommandModule, 'command' | 'describe'>;

/** What a command does; it prints its result and returns the exit code. */
export type RunCommand<Deps, Options> = (deps: Deps, options: Options) => Promise<ExitCode>;

/** One line of a program's table. */
export interface CommandEntry<Deps> {
  name: string;
  command: DefineCommand<unknown>;
  /** Imports what the command needs, once it runs: help and usage errors load none of it. */
  load: () => Promise<RunCommand<Deps, unknown>>;
}

/**
 * A line of a program's table: the name, the words and options (`commands/NAME/command.ts`), and how to
 * load what runs (`commands/NAME/run.ts`).
 */
export function commandEntry<Deps, Options>(entry: {
  name: string;
  command: DefineCommand<Options>;
  load: () => Promise<RunCommand<Deps, Options>>;
}): CommandEntry<Deps> {
  // `command` passes on to `load`'s function the options it was written for, and nothing else does.
  return entry as unknown as CommandEntry<Deps>;
}
