import yargs from 'yargs';
import type { Argv, CommandModule } from 'yargs';

/** As much of a program's table as its description needs. */
export interface DescribedProgram {
  name: string;
  commands: readonly {
    command: (run: () => Promise<void>) => Pick<CommandModule, 'command' | 'describe'>;
  }[];
}

export interface Option {
  /** Without dashes. */
  name: string;
  /** An argument by its place, `<url>`, has no dashes; null for an option. */
  place: string | null;
  type: 'boolean' | 'number' | 'string';
  choices: readonly string[] | null;
  describe: string;
  /** Null when there is none, or none worth showing. */
  default: string | null;
  isRequired: boolean;
}

export interface Command {
  /** With its program: `clarity-keep query page`. */
  name: string;
  options: readonly Option[];
}

/** What yargs keeps of the commands and options it was told of; its types leave this out. */
interface Internals {
  getCommandInstance(): {
    handlers: Readonly<Record<string, Handler>>;
    defaultCommand?: Handler;
  };
  getUsageInstance(): { getDescriptions(): Readonly<Record<string, string | undefined>> };
}

interface Handler {
  original: string;
  /** Not a function for a command without options. */
  builder: ((yargs: Argv) => Argv) | object | undefined;
}

interface Options {
  boolean: readonly string[];
  number: readonly string[];
  choices: Readonly<Record<string, readonly unknown[]>>;
  default: Readonly<Record<string, unknown>>;
  demandedOptions: Readonly<Record<string, unknown>>;
}

/** Options that every command has. */
const EVERYWHERE = new Set(['help', 'version']);

/** Every command that a program can run, with its options, read from its definition. */
export function describeProgram({ name, commands }: DescribedProgram): Command[] {
  const program = yargs().scriptName(name);
  for (const { command } of commands) {
    program.command(command(() => Promise.resolve()) as CommandModule);
  }
  return commandsBelow(program, name);
}

function commandsBelow(parent: Argv, name: string): Command[] {
  const { handlers, defaultCommand } = internalsOf(parent).getCommandInstance();
  const own = defaultCommand === undefined ? [] : [commandOf(defaultCommand, name)];
  const below = Object.values(handlers)
    .filter((handler) => handler !== defaultCommand)
    .flatMap((handler) => {
      const full = `${name} ${handler.original.replace(/[ [<].*$/, '')}`;
      const inner = commandsBelow(build(handler), full);
      return inner.length === 0 ? [commandOf(handler, full)] : inner;
    });
  return [...own, ...below];
}

function build({ builder }: Handler): Argv {
  const fresh = yargs();
  return typeof builder === 'function' ? builder(fresh) : fresh;
}

function commandOf(handler: Handler, name: string): Command {
  const built = build(handler);
  const options = (built as unknown as { getOptions(): Options }).getOptions();
  const descriptions = internalsOf(built).getUsageInstance().getDescriptions();
  const places = new Map(
    [...handler.original.matchAll(/[<[]([\w-]+)[^>\]]*[>\]]/g)].map(([place, key = '']) => [
      key,
      place,
    ]),
  );
  return {
    name,
    options: Object.entries(descriptions)
      .filter(([key]) => !EVERYWHERE.has(key))
      .map(([key, describe = '']) => ({
        name: key,
        place: places.get(key) ?? null,
        type: typeOf(key, options),
        choices: options.choices[key]?.map(String) ?? null,
        describe: describe.replace(/^__yargsString__:/, ''),
        default: shown(options.default[key]),
        isRequired: key in options.demandedOptions,
      })),
  };
}

function typeOf(key: string, options: Options): Option['type'] {
  if (options.boolean.includes(key)) return 'boolean';
  return options.number.includes(key) ? 'number' : 'string';
}

function shown(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function internalsOf(argv: Argv): Internals {
  return (argv as unknown as { getInternalMethods(): Internals }).getInternalMethods();
}
