import type { Mjml } from './mjml.ts';
import { literal, mjml } from './mjml.ts';

/** A table that lays out and holds no data, as wide as its place. */
export const LAYOUT = literal('role="presentation" width="100%" cellpadding="0" cellspacing="0"');

/** A table of data. */
export const DATA = literal('class="data" width="100%" cellpadding="0" cellspacing="0"');

/** A bar of table cells, of so many percent. */
export function bar(width: number, tone: '' | ' hot' = ''): Mjml {
  const fill = width > 0 ? mjml`<td class="fill${tone}" width="${width}%">&nbsp;</td>` : null;
  const track = width < 100 ? mjml`<td class="track">&nbsp;</td>` : null;
  return mjml`<table class="bar" ${LAYOUT}><tr>${fill}${track}</tr></table>`;
}
