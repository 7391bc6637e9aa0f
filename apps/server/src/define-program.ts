import type { ExitCode, Program } from '@clarity-keep/command-line';
import type { KeysOptions } from './commands/define-keys.ts';
import { defineKeys } from './commands/define-keys.ts';
import type { ServeOptions } from './commands/define-serve.ts';
import { defineServe } from './commands/define-serve.ts';

export interface CliHandlers {
  serve(options: ServeOptions): Promise<ExitCode>;
  keys(options: KeysOptions): Promise<ExitCode>;
}

/** The words of `clarity-keep-server`. */
export function defineProgram(handlers: CliHandlers): Program {
  return {
    name: 'clarity-keep-server',
    define: (program, noting) =>
      program
        .command(defineServe(noting((options) => handlers.serve(options))))
        .command(defineKeys(noting((options) => handlers.keys(options)))),
  };
}
