import type { Program } from '@clarity-keep/command-line';
import type { CliDeps } from '../../src/cli-deps.ts';
import { program } from '../../src/program.ts';

/** `clarity-keep`, of which one command only notes what it is asked to do. */
export function programWith(name: string, asked: unknown[]): Program<CliDeps> {
  const commands = program.commands.map((entry) =>
    entry.name === name
      ? {
          ...entry,
          load: () =>
            Promise.resolve((_deps: CliDeps, options: unknown) => {
              asked.push(options);
              return Promise.resolve(0 as const);
            }),
        }
      : entry,
  );
  return { ...program, commands };
}
