import { fenceJson } from './untrusted-data.ts';

const DECIMALS = 4;

type Cells = Record<string, unknown>;

/**
 * The parts of an answer as few lines: a list of objects is a line with the names of its columns and
 * then one array a row, an object with more of them in it is its parts, and anything else is its JSON.
 * Numbers are rounded to four decimals.
 */
export function compactLines(parts: Readonly<Cells>, prefix = ''): string[] {
  return Object.entries(parts).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    if (isListOfObjects(value)) return tableLines(name, value);
    if (isObject(value) && Object.values(value).some((part) => isNested(part))) {
      return compactLines(value, `${name}.`);
    }
    return [`${name}: ${fenceJson(rounded(value))}`];
  });
}

function tableLines(name: string, list: readonly Cells[]): string[] {
  const rows = list.map((row) => flat(row));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [
    `${name}, columns: ${fenceJson(columns)}`,
    ...rows.map((row) => fenceJson(columns.map((column) => rounded(row[column] ?? null)))),
  ];
}

function isNested(value: unknown): boolean {
  return isObject(value) || isListOfObjects(value);
}

function isListOfObjects(value: unknown): value is Cells[] {
  return Array.isArray(value) && value.length > 0 && value.every((row) => isObject(row));
}

function isObject(value: unknown): value is Cells {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{ a: { b: 1 } }` as `{ 'a.b': 1 }`. */
function flat(row: Readonly<Cells>): Cells {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      isObject(value)
        ? Object.entries(flat(value)).map(([below, cell]) => [`${name}.${below}`, cell])
        : [[name, value]],
    ),
  );
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(DECIMALS));
  if (Array.isArray(value)) return value.map((part) => rounded(part));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rounded(part)]));
}
