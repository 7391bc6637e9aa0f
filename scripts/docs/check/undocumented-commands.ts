/**
 * The commands without a table of their options in the page, and the tables of commands that do not exist.
 * A table stands below `<!-- options: clarity-keep mute -->`.
 */
export function undocumentedCommands(options: {
  commands: readonly string[];
  page: string;
}): string[] {
  const { commands, page } = options;
  const shown = [...page.matchAll(/<!-- options: (.+?)(?: beyond .+?)? -->/g)].flatMap(
    ([, names = '']) => names.split(', '),
  );
  return [
    ...commands
      .filter((command) => !shown.includes(command))
      .map((command) => `docs/commands.md has no section for "${command}".`),
    ...shown
      .filter((command) => !commands.includes(command))
      .map((command) => `docs/commands.md describes "${command}", which does not exist.`),
  ];
}
