import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';

/** Lets the compiler find the options of a command from its builder. */
export function typedCommand<Options>(module: {
  command: string;
  describe: string;
  builder: (yargs: Argv) => Argv<Options>;
  handler: (options: ArgumentsCamelCase<Options>) => Promise<void>;
}): CommandModule<object, Options> {
  return module;
}
