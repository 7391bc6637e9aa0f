import { shortenMiddle } from '@clarity-keep/core';
import Table from 'cli-table3';
import type { Screen } from './screen.ts';
import { isNarrow } from './screen.ts';
import { terminalText } from './terminal-text.ts';

export interface Column<Row> {
  head: string;
  /** Numbers are set to the right. */
  align?: 'right';
  cell: (row: Row) => string;
  /** Gives way, in its middle, when the table is too wide. */
  gives?: true;
}

const LEAST_WIDTH = 8;

/** Rows as a table that fits the screen. Cells are made safe here, so nobody forgets to. */
export function answerTable<Row>(
  screen: Screen,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string {
  const cells = rows.map((row) => columns.map(({ cell }) => terminalText(cell(row))));
  const gap = isNarrow(screen) ? ' ' : '  ';
  const room = screen.columns - gap.length * (columns.length - 1);
  const widths = fittingWidths(columns, naturalWidths(columns, cells), room);
  const rule = { mid: '─', 'mid-mid': '─'.repeat(gap.length), middle: gap };
  const table = new Table({
    head: columns.map(({ head }) => screen.paint('bold', head)),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    colWidths: widths,
    chars: { ...noBorder, ...rule },
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of cells) {
    table.push(row.map((text, index) => shortenMiddle(text, widths[index] ?? text.length)));
  }
  return table.toString().replaceAll(/ +$/gm, '');
}

const noBorder = {
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
  right: '',
  'right-mid': '',
};

function naturalWidths<Row>(columns: readonly Column<Row>[], cells: string[][]): number[] {
  return columns.map(({ head }, index) =>
    Math.max(head.length, ...cells.map((row) => Array.from(row[index] ?? '').length)),
  );
}

/** Takes what is too much from the columns that give way, always from the widest. */
function fittingWidths<Row>(
  columns: readonly Column<Row>[],
  natural: readonly number[],
  room: number,
): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    const giving = widths.map((width, index) => (columns[index]?.gives === true ? width : 0));
    const widest = Math.max(...giving);
    if (widest <= LEAST_WIDTH) return widths;
    widths[giving.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}
