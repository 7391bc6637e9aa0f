export { withoutCommonOrigin } from './common-origin.ts';
export { screenOf } from './screen.ts';
export type { Paint, Screen, Style } from './screen.ts';
export { shortenToWidth } from './shorten-to-width.ts';
export { table } from './table.ts';
export type { Column } from './table.ts';
export { textWidth } from './text-width.ts';
export { wrapWords } from './wrap-words.ts';
