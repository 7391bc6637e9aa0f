const WIDTH = 76;

export const RULE = '-'.repeat(WIDTH);

export function heading(title: string): string[] {
  return [title.toUpperCase(), RULE];
}

/** Those lines that there are. */
export function present(lines: readonly (string | null)[]): string[] {
  return lines.filter((line) => line !== null && line !== '').map(String);
}

/** Cells in columns, as wide as their widest. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Blocks of lines, an empty line between two; those without a line are left out. */
export function textOf(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line) => wrapped(line)).join('\n'))
    .join('\n\n')}\n`;
}

/** A line broken between words, the rest as far in as its text begins. A word or a table's row is not cut. */
function wrapped(line: string): string[] {
  if (line.length <= WIDTH || /\S {2}/.test(line)) return [line];
  const start = /^ *(?:[-!] |\d+\. )?/.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  for (const word of line.slice(start.length).split(' ')) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(start + word);
    else if (last.length + 1 + word.length > WIDTH) lines.push(' '.repeat(start.length) + word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
