const EXAMPLES = /^Examples:\n.*?(?=\n\n|$(?![^]))/ms;

/**
 * A help whose examples stand on lines of their own when they have no room beside what they are for:
 * yargs breaks them into a column, from which nobody can copy them.
 */
export function wholeExamples(
  help: string,
  { unwrapped, columns }: { unwrapped: string; columns: number },
): string {
  const [section] = EXAMPLES.exec(unwrapped) ?? [];
  if (section === undefined) return help;
  const [, ...lines] = section.split('\n');
  const isWide = lines.every((line) => line.length <= columns);
  const examples = isWide
    ? lines
    : lines.map((line) => line.replace(/^ {2}(.*?) {2,}/, '  $1\n      '));
  return help.replace(EXAMPLES, () => ['Examples:', ...examples].join('\n'));
}
