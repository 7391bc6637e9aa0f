/** Runs a program with arguments and returns what it prints. */
export type Run = (args: readonly string[]) => string;

/**
 * Every command that a program's own help lists, in full, `clarity-keep query pages`. A command that
 * lists others stands for them.
 *
 * @throws Error when a help asks for a command and none is found in it: then it is read wrongly.
 */
export function listedCommands(
  program: string,
  run: Run,
  parents: readonly string[] = [],
): string[] {
  const command = [program, ...parents];
  const help = run([...parents, '--help']);
  const names = namesIn(help, command);
  if (names.length === 0) {
    if (/^.*<(?:command|question)>/.test(help)) {
      throw new Error(`Found no command in what ${command.join(' ')} --help prints:\n${help}`);
    }
    return [command.join(' ')];
  }
  return names.flatMap((name) => listedCommands(program, run, [...parents, name]));
}

function namesIn(help: string, prefix: readonly string[]): string[] {
  const [, section = ''] = help.split(/^Commands:\n/m);
  const [lines = ''] = section.split(/^\S/m, 1);
  const start = prefix.join(' ');
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(`${start} `))
    .map((line) => line.slice(start.length + 1).split(/[\s,]/, 1)[0] ?? '')
    .filter((name) => /^[a-z]/.test(name) && name !== 'completion');
}
