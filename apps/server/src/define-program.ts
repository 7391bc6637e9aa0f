import type { Program } from '@clarity-keep/command-line';
import { commandEntry } from '@clarity-keep/command-line';
import type { CliDeps } from './cli-deps.ts';
import { defineKeys } from './commands/define-keys.ts';
import { defineMcp } from './commands/define-mcp.ts';
import { defineServe } from './commands/define-serve.ts';

/** `clarity-keep-server`: its commands. */
export const program: Program<CliDeps> = {
  name: 'clarity-keep-server',
  commands: [
    commandEntry({
      name: '$0',
      command: defineServe,
      load: async () => (await import('./commands/run-serve.ts')).runServe,
    }),
    commandEntry({
      name: 'keys',
      command: defineKeys,
      load: async () => (await import('./keys/run-keys.ts')).runKeys,
    }),
    commandEntry({
      name: 'mcp',
      command: defineMcp,
      load: async () => (await import('./commands/run-mcp.ts')).runMcp,
    }),
  ],
};
