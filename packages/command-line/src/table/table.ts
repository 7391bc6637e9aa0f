import Table from 'cli-table3';
import { withoutCommonOrigin } from './common-origin.ts';
import type { Screen } from './screen.ts';
import { shortenToWidth } from './shorten-to-width.ts';
import { textWidth } from './text-width.ts';
import { wrapWords } from './wrap-words.ts';

export interface Column<Row> {
  head: string;
  cell: (row: Row) => string;
  /**
   * left: words. right: numbers. When the screen is narrow, one column gives way. yielding: addresses,
   * which are shortened. wrapping: sentences, which take several lines.
   */
  kind: 'left' | 'right' | 'yielding' | 'wrapping';
  /** Left out, the last first, when there is no room for it. */
  isOptional?: boolean;
}

interface FilledColumn {
  head: string;
  cells: string[];
  kind: Column<never>['kind'];
  isOptional: boolean;
}

/** Shorter than this, addresses can no longer be told apart, and sentences become columns of words. */
const SHORTEST_FLEXIBLE = 28;

const SHORTEST_TEXT = 8;

/** A table without frames, no wider than the screen, and the heads of the columns it had no room for. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { columns: width, paint }: Screen,
  { gap = 2 }: { gap?: number } = {},
): { text: string; leftOut: string[] } {
  const filled = columns.map(({ head, cell, kind, isOptional = false }): FilledColumn => ({
    head,
    cells: rows.map(cell),
    kind,
    isOptional,
  }));
  const { shown, leftOut } = fit(filled, { width, gap });
  const space = ' '.repeat(gap);
  const out = new Table({
    chars: { ...frameless, 'mid-mid': space, middle: space },
    colAligns: shown.map(({ kind }) => (kind === 'right' ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    head: shown.map(({ head }) => paint('bold', head)),
  });
  for (const index of rows.keys()) out.push(shown.map(({ cells }) => cells[index]));
  const lines = out.toString().split('\n');
  return { text: lines.map((line) => line.trimEnd()).join('\n'), leftOut };
}

/** First the shared origin of addresses goes, then optional columns, then the column that gives way does. */
function fit(
  columns: readonly FilledColumn[],
  { width, gap }: { width: number; gap: number },
): { shown: FilledColumn[]; leftOut: string[] } {
  const roomBeside = (shown: readonly FilledColumn[]) =>
    shown
      .filter((column) => !givesWay(column))
      .reduce((room, column) => room - widthOf(column) - gap, width + gap) - gap;
  const full = columns.find(givesWay);
  const isFitting = roomBeside(columns) >= (full === undefined ? -gap : widthOf(full));
  if (isFitting) return { shown: [...columns], leftOut: [] };

  const shown = columns.map((column) => (column.kind === 'yielding' ? shortForm(column) : column));
  const flexible = shown.find(givesWay);
  const needed = flexible === undefined ? -gap : Math.min(widthOf(flexible), SHORTEST_FLEXIBLE);
  const leftOut: string[] = [];
  while (roomBeside(shown) < needed) {
    const at = shown.findLastIndex(({ isOptional }) => isOptional);
    if (at < 0) break;
    leftOut.unshift(...shown.splice(at, 1).map(({ head }) => head));
  }
  const room = Math.max(SHORTEST_TEXT, roomBeside(shown));
  return { shown: shown.map((column) => shortened(column, room)), leftOut };
}

function shortForm(column: FilledColumn): FilledColumn {
  const short = withoutCommonOrigin(column.cells);
  if (short === null) return column;
  return { ...column, head: `${column.head} on ${short.host}`, cells: short.paths };
}

function givesWay({ kind }: FilledColumn): boolean {
  return kind === 'yielding' || kind === 'wrapping';
}

function shortened(column: FilledColumn, room: number): FilledColumn {
  if (!givesWay(column)) return column;
  const fitted = (text: string) =>
    column.kind === 'wrapping' ? wrapWords(text, room).join('\n') : shortenToWidth(text, room);
  return { ...column, head: fitted(column.head), cells: column.cells.map(fitted) };
}

function widthOf({ head, cells }: FilledColumn): number {
  return Math.max(textWidth(head), ...cells.map(textWidth));
}

const frameless = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '─',
  right: '',
  'right-mid': '',
};
