import { invisible } from './unseen-characters.ts';

/**
 * JSON in which everything that cannot be seen, or moves and turns text, is escaped: the same value, which
 * is harmless to look at. Line breaks of indented JSON stay.
 */
export function escapeUnseen(json: string): string {
  return json.replaceAll(invisible, (character) =>
    character === '\n' ? character : character.split('').map(escaped).join(''),
  );
}

function escaped(codeUnit: string): string {
  return `\\u${codeUnit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
