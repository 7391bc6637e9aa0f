import { shortenMiddle } from '@clarity-keep/core/display';
import { textWidth } from './text-width.ts';

/** Text in at most `columns` columns of a terminal: the middle gives way. */
export function shortenToWidth(text: string, columns: number): string {
  let length = columns;
  let short = shortenMiddle(text, length);
  while (textWidth(short) > columns && length > 1) {
    length -= 1;
    short = shortenMiddle(text, length);
  }
  return short;
}
