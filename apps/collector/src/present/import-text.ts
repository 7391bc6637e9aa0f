import type { ImportResult } from '../import/import-file.ts';
import { terminalText } from './terminal-text.ts';

/** What an import did, for people. */
export function importText(result: ImportResult): string {
  const { read, inserted, duplicates, rejected, reasons, facts } = result;
  const lines = [
    `${count(read)} read: ${count(inserted)} inserted, ${count(duplicates)} already known, ${count(rejected)} rejected.`,
    `Day facts: ${count(facts.inserted)} new, ${count(facts.replaced)} replaced, ${count(facts.unchanged)} unchanged.`,
    ...reasons.map((reason) => `  ${terminalText(reason)}`),
    ...(rejected > reasons.length ? [`  and ${count(rejected - reasons.length)} more`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
