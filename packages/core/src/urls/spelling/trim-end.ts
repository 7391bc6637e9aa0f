const SPACES = ['%20', '%09', '%0A', '%0D', '%C2%A0'];

/** Canonical text without the spaces at its end, escaped or not. */
export function withoutEndSpaces(text: string): string {
  return text.slice(0, endOf(text, isSpace));
}

/** A canonical path without the slashes and spaces at its end. Dots keep their space: alone they lead to another path. */
export function withoutEndSlashes(path: string): string {
  const end = endOf(path, (character) => character === '/' || isSpace(character));
  if (end === path.length || path.charAt(end - 1) !== '.') return path.slice(0, end);
  const part = path.slice(path.lastIndexOf('/', end - 1) + 1, end);
  if (part !== '.' && part !== '..') return path.slice(0, end);
  const slash = path.indexOf('/', end);
  return slash === -1 ? path : path.slice(0, slash);
}

/** From the end, because a pattern that is anchored there would start over at every space before it. */
function endOf(text: string, isDropped: (character: string) => boolean): number {
  let end = text.length;
  while (end > 0) {
    const space =
      text.charAt(end - 3) === '%'
        ? SPACES.find((escape) => text.endsWith(escape, end))
        : undefined;
    if (space !== undefined) end -= space.length;
    else if (isDropped(text.charAt(end - 1))) end -= 1;
    else break;
  }
  return end;
}

function isSpace(character: string): boolean {
  return (character <= ' ' || character > '~') && /\s/.test(character);
}
