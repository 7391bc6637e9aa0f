import { shortenMiddle } from '@clarity-keep/core';
import Table from 'cli-table3';
import type { Screen } from './screen.ts';

export interface Column<Row> {
  head: string;
  cell: (row: Row) => string;
  /** right: numbers. page: text that gives way in the middle when the screen is narrow. */
  kind: 'left' | 'right' | 'page';
  /** Left out, the last first, when there is no room for it. */
  isOptional?: boolean;
}

const GAP = 2;

/** Shorter than this, pages can no longer be told apart. */
const SHORTEST_PAGE = 28;

/** A table without frames, no wider than the screen, and the heads of the columns it had no room for. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { columns: width, paint }: Screen,
): { text: string; leftOut: string[] } {
  const shown = [...columns];
  const leftOut: string[] = [];
  const cells = new Map(columns.map((column) => [column, rows.map(column.cell)]));
  const widthOf = (column: Column<Row>) =>
    Math.max(...[column.head, ...(cells.get(column) ?? [])].map((cell) => Array.from(cell).length));
  const room = () =>
    width -
    shown.reduce((sum, column) => sum + (column.kind === 'page' ? 0 : widthOf(column)), 0) -
    GAP * (shown.length - 1);
  const pageWidth = Math.max(
    0,
    ...columns.filter(({ kind }) => kind === 'page').map((column) => widthOf(column)),
  );
  while (room() < Math.min(pageWidth, SHORTEST_PAGE)) {
    const at = shown.findLastIndex(({ isOptional }) => isOptional === true);
    if (at < 0) break;
    leftOut.unshift(...shown.splice(at, 1).map(({ head }) => head));
  }
  const pageRoom = Math.max(8, room());
  const out = new Table({
    chars: frameless,
    colAligns: shown.map(({ kind }) => (kind === 'right' ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    head: shown.map(({ head }) => paint('bold', head)),
  });
  for (const index of rows.keys()) {
    out.push(
      shown.map((column) => {
        const cell = cells.get(column)?.[index] ?? '';
        return column.kind === 'page' ? shortenMiddle(cell, pageRoom) : cell;
      }),
    );
  }
  const lines = out.toString().split('\n');
  return { text: lines.map((line) => line.trimEnd()).join('\n'), leftOut };
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
  'mid-mid': '  ',
  right: '',
  'right-mid': '',
  middle: '  ',
};
