import { alternatives, listed } from '@clarity-keep/core/display';
import { wordMeant } from './word-meant.ts';

/** What yargs knows of the command that it was in when it refused the line. */
export interface RefusedUsage {
  /** Its help, which begins with how it is called: `clarity-keep query page <url>`. */
  help(): string;
  /** The commands below it, as they were defined: `page <url>`. */
  getCommands(): readonly (readonly unknown[])[];
  /** The description of each option and positional. */
  getDescriptions(): Readonly<Record<string, unknown>>;
}

/** Why a line was rejected, in our words instead of those of yargs, and where to find help. */
export function usageProblem(
  message: string,
  { argv, usage }: { argv: readonly string[]; usage: RefusedUsage },
): string {
  const [call = ''] = usage.help().split('\n');
  const command = call.replace(/ *(?:[<[]|--).*$/, '');
  const problem = inOurWords(message, { argv, usage, call, command });
  return `${problem}\nSee ${command} --help.`;
}

interface Refused {
  argv: readonly string[];
  usage: RefusedUsage;
  call: string;
  command: string;
}

function inOurWords(message: string, refused: Refused): string {
  const [, unknown] = /^Unknown (?:argument|command)s?: (.*)$/s.exec(message) ?? [];
  if (unknown !== undefined) return unknownWord(unknown, refused);
  const [, option] = /^Not enough arguments following: (.*)$/s.exec(message) ?? [];
  if (option !== undefined) return `--${option} needs a value.`;
  if (message.startsWith('Not enough non-option arguments')) {
    const wanted = refused.call.match(/<.*>/)?.[0] ?? 'more arguments';
    return `"${refused.command}" needs ${wanted}.`;
  }
  const [, missing] = /^Missing required arguments?: (.*)$/s.exec(message) ?? [];
  if (missing !== undefined) {
    const options = missing.split(', ').map((name) => `--${name}`);
    return `${listed(options)} ${options.length === 1 ? 'is' : 'are'} required.`;
  }
  if (message.startsWith('Invalid values:')) {
    return message
      .split('\n')
      .slice(1)
      .map((line) => wrongChoice(line, refused))
      .join('\n');
  }
  return message;
}

function unknownWord(words: string, { argv, usage, command }: Refused): string {
  // One mistake at a time: what follows an unknown command is unknown as well.
  const [word = words] = words.split(', ');
  const given = argv.find((argument) => isOption(argument, word));
  if (given !== undefined) {
    const meant = wordMeant(word, Object.keys(usage.getDescriptions()));
    const hint = meant === null ? '' : ` Did you mean --${meant}?`;
    return `Unknown option ${given.replace(/=.*$/s, '')}.${hint}`;
  }
  // $0 is what a program does without a command.
  const commands = usage
    .getCommands()
    .map(([name]) => String(name).replace(/ .*$/, ''))
    .filter((name) => name !== '$0');
  if (commands.length === 0) {
    return `Unexpected ${JSON.stringify(word)} after "${command}".`;
  }
  const meant = wordMeant(word, commands);
  const hint =
    meant === null ? `Known commands: ${commands.join(', ')}.` : `Did you mean ${meant}?`;
  return `Unknown command ${JSON.stringify(word)}. ${hint}`;
}

function isOption(argument: string, name: string): boolean {
  const [given = ''] = argument.split('=', 1);
  return given.startsWith('-') && given.replace(/^-+(no-)?/, '') === name.replace(/^no-/, '');
}

function wrongChoice(line: string, { call }: Refused): string {
  const [, name = '', given = '', choices = ''] =
    /^ *Argument: (.*?), Given: (.*), Choices: (.*)$/s.exec(line) ?? [];
  if (name === '') return line.trim();
  const isPositional = call.includes(`[${name}]`) || call.includes(`<${name}>`);
  const what = isPositional ? name : `--${name}`;
  const allowed = alternatives(choices.replaceAll('"', '').split(', '));
  return `${what} must be ${allowed}, not ${given}.`;
}
