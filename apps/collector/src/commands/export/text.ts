import { byteSize, counted, displayText } from '@clarity-keep/core';

/** What an export wrote, for people. */
export function exportText({
  rows,
  file,
  bytes,
}: {
  rows: number;
  file: string;
  bytes: number;
}): string {
  return `${counted(rows, 'row')} in ${displayText(file)}, ${byteSize(bytes)}.\n`;
}

/** Why an export may be empty, and where to look. */
export function nothingText(what: 'facts' | 'sessions'): string {
  return what === 'sessions'
    ? 'No session records are stored for these days. They come from "clarity-keep import"; what Clarity returns are facts: ' +
        'clarity-keep export facts.\n'
    : 'No facts are stored for these days and breakdowns. "clarity-keep query coverage --days 90" shows what is.\n';
}
