import type { Program } from '@clarity-keep/command-line';
import { commandEntry } from '@clarity-keep/command-line';
import type { CliDeps } from './cli-deps.ts';
import { keysCommand } from './commands/keys/command.ts';
import { mcpCommand } from './commands/mcp/command.ts';
import { serveCommand } from './commands/serve/command.ts';

/** `clarity-keep-server`: its commands. */
export const program: Program<CliDeps> = {
  name: 'clarity-keep-server',
  commands: [
    commandEntry({
      name: '$0',
      command: serveCommand,
      load: async () => (await import('./commands/serve/run.ts')).runServe,
    }),
    commandEntry({
      name: 'keys',
      command: keysCommand,
      load: async () => (await import('./commands/keys/run.ts')).runKeys,
    }),
    commandEntry({
      name: 'mcp',
      command: mcpCommand,
      load: async () => (await import('./commands/mcp/run.ts')).runMcp,
    }),
  ],
};
