import { normaliseKey } from '@clarity-keep/clarity';

/**
 * The names at the top of the first object in a JSON text, normalised. The text may break off: it is only the start
 * of a file, and is not parsed.
 */
export function namesOfFirstObject(text: string): Set<string> {
  const names = new Set<string>();
  let depth = 0;
  let objectDepth: number | null = null;
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      if (end === null) break;
      if (isName && depth === objectDepth) names.add(normaliseKey(text.slice(at + 1, end)));
      isName = false;
      at = end;
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (character === '{' && objectDepth === null) objectDepth = depth;
      isName = depth === objectDepth;
    } else if (character === '}' || character === ']') {
      if (depth === objectDepth) break;
      depth -= 1;
    } else if (character === ',') {
      isName = depth === objectDepth;
    }
  }
  return names;
}

function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return null;
}
