import type { MailView } from './mail-view.ts';

const WIDTH = 76;
const RULE = '-'.repeat(WIDTH);

/** The mail for readers without HTML. */
export function mailText(view: MailView): string {
  const blocks = [
    [view.project, view.period],
    [view.headline],
    view.missing.length === 0 ? [] : ['WHAT IS MISSING', ...view.missing.map((gap) => `! ${gap}`)],
    totals(view),
    ...pages(view),
    ...view.audience.map(({ title, rows, notes }) => [
      ...heading(title),
      ...aligned(
        rows.map(({ label, value, detail }) => [label, value, detail === '' ? '' : `(${detail})`]),
      ),
      ...notes,
    ]),
    view.dashboard === null ? [] : [`Open in Clarity: ${view.dashboard}`],
    [RULE, ...view.notes],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line) => wrapped(line)).join('\n'))
    .join('\n\n')}\n`;
}

function totals({ totals: section }: MailView): string[] {
  if (section === null) return [];
  const row = (name: string, value: string, before: string, change: string): string[] => [
    name,
    value,
    `before ${before}`,
    change,
  ];
  return [
    ...heading('The week in numbers'),
    ...aligned([
      ...section.cards.map(({ label, value, before, change }) =>
        row(label, value, before, change.text),
      ),
      ...section.signals.map(({ name, value, before, change }) =>
        row(name, value, before, change.text),
      ),
    ]),
    ...(section.unknown === null ? [] : [section.unknown]),
    section.note,
  ];
}

function pages({ pages: section }: MailView): string[][] {
  if (section === null) return [];
  const rows = section.rows.map((page) => [
    `${page.rank.padStart(2)}. ${page.label}`,
    `    ${page.isProven ? `Impact ${page.impact}` : 'No proven impact'} · ${page.facts}`,
    ...page.signals.map(
      ({ name, rate, site, detail, impact }) =>
        `    ${name}: ${rate} (${site}), ${detail}, impact ${impact}`,
    ),
    ...(page.others === null ? [] : [`    ${page.others}`]),
    ...(page.links.recordings === null ? [] : [`    Recordings: ${page.links.recordings}`]),
  ]);
  return [
    [...heading('Pages that frustrate most'), section.intro],
    ...rows,
    [section.empty, section.note].filter((line) => line !== null),
  ];
}

function heading(title: string): string[] {
  return [title.toUpperCase(), RULE];
}

/** Cells in columns, as wide as their widest. */
function aligned(rows: readonly string[][]): string[] {
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

/** A line broken between words, the rest as far in as the first. A word or a table's row is not cut. */
function wrapped(line: string): string[] {
  if (line.length <= WIDTH || /\S {2}/.test(line)) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  for (const word of line.trim().split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(indent + word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
