import { stripVTControlCharacters } from 'node:util';

/**
 * How many columns of a terminal a text takes, colours not counted. It counts as cli-table3 does, which
 * pads what is measured here: two for wide characters and emoji, none for Latin accents.
 */
export function textWidth(text: string): number {
  const plain = stripVTControlCharacters(text).replaceAll(EMOJI, '  ').replaceAll(ACCENTS, '');
  return Array.from(plain).length + (plain.match(WIDE)?.length ?? 0);
}

const EMOJI = /\p{RGI_Emoji}/gv;

const ACCENTS = /[\u0300-\u036f]/g;

/** Wide or full-width by Unicode's annex 11, block by block: what no script of JavaScript's says. */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f251}\u{20000}-\u{3fffd}]/gu;
