import type { Result } from '../benchmark.ts';

/** The results as a Markdown table, as in docs/speed.md. */
export function resultTable(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.what,
    amount(result.ours, result.unit),
    result.peer === null ? '-' : amount(result.peer, result.unit),
    ratio(result),
    result.against,
    `${result.target}: ${result.isMet ? 'met' : 'MISSED'}`,
  ]);
  const all = [['What', 'Ours', 'Peer', 'Ratio', 'Against', 'Target'], ...rows];
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function ratio({ ours, peer, unit }: Result): string {
  if (peer === null) return '-';
  const speed = unit === 'requests/s' ? ours / peer : peer / ours;
  if (unit === 'requests/s') return `${speed.toFixed(2)}x its rate`;
  return speed < 1 ? `${(1 / speed).toFixed(2)}x its time` : `${speed.toFixed(2)}x as fast`;
}

function amount(value: number, unit: Result['unit']): string {
  const digits = value < 10 ? 2 : 0;
  const number = value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number} ${unit}`;
}
