/** A program with its arguments, or what a person has written for a shell. */
export type Command = { type: 'words'; words: readonly string[] } | { type: 'line'; line: string };

/** A command for a POSIX shell. */
export function shellText(command: Command): string {
  return command.type === 'line' ? command.line : command.words.map(shellWord).join(' ');
}

/** One word for a POSIX shell. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** A command for a line of crontab, where a percent sign would end it. */
export function crontabText(shell: string): string {
  return shell.replaceAll('%', String.raw`\%`);
}

/** A command for systemd's `ExecStart=`, which does not run a shell. */
export function execStartText(command: Command): string {
  const words = command.type === 'line' ? ['/bin/sh', '-c', command.line] : command.words;
  return words.map((word) => systemdWord(word).replaceAll('$', '$$$$')).join(' ');
}

/** One word of a setting of systemd. */
export function systemdWord(word: string): string {
  const escaped = systemdText(word.replaceAll(/["\\]/g, String.raw`\$&`));
  return /^[\w@%+=:,./$-]+$/.test(word) ? escaped : `"${escaped}"`;
}

/** A setting of systemd that takes the rest of its line. */
export function systemdText(text: string): string {
  return text.replaceAll('%', '%%');
}
