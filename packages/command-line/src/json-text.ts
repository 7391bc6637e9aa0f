/**
 * A value as the JSON that `--json` prints. What moves a cursor, turns text around or cannot be seen is
 * escaped, so that it harms no terminal and stays the same value.
 */
export function jsonText(value: unknown): string {
  return `${escapeInvisible(JSON.stringify(value, null, 2))}\n`;
}

/** The same on one line that does not end, for rows that are written one by one. */
export function jsonLine(value: unknown): string {
  return escapeInvisible(JSON.stringify(value));
}

/** JSON.stringify itself escapes U+0000 to U+001F. */
function escapeInvisible(json: string): string {
  return json.replaceAll(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, (character) =>
    character.split('').map(escaped).join(''),
  );
}

function escaped(codeUnit: string): string {
  return `\\u${codeUnit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
