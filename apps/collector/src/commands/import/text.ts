import { displayText } from '@clarity-keep/core';
import type { ImportResult } from '@clarity-keep/collection';
import { factsText } from '../../terminal/facts-text.ts';
import { countText } from '../../terminal/numbers.ts';

/** What an import did, for people. */
export function importText(result: ImportResult): string {
  const { read, inserted, duplicates, rejected, reasons, facts } = result;
  const lines = [
    `${countText(read)} read: ${countText(inserted)} inserted, ${countText(duplicates)} already known, ${countText(rejected)} rejected.`,
    factsText(facts),
    ...reasons.map((reason) => `  ${displayText(reason)}`),
    ...(rejected > reasons.length ? [`  and ${countText(rejected - reasons.length)} more`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
