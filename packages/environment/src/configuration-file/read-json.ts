import type { DocumentNode, ValueNode } from '@humanwhocodes/momoa';
import { evaluate, parse } from '@humanwhocodes/momoa';
import * as z from 'zod';

/**
 * The value of a JSON text, undefined when it is not JSON, and what is wrong with it. A duplicate key is wrong
 * too: one of its values would be lost silently. Not by JSON.parse, which does not name the line of most errors,
 * and quotes the text.
 */
export function readJson(text: string): { value: unknown; problems: string[] } {
  const document = parseDocument(text);
  const brokenString = findBrokenString(text);
  if (typeof document !== 'number' && brokenString === null) {
    return { value: evaluate(document), problems: repeatedKeys(document.body) };
  }
  const offsets = [document, brokenString].filter((offset) => typeof offset === 'number');
  return { value: undefined, problems: [syntaxProblem(text, Math.min(...offsets))] };
}

/** The offset of the first character that is not valid JSON. */
function parseDocument(text: string): DocumentNode | number {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof Error) || !('offset' in error)) throw error;
    const offset = Number(error.offset);
    return isCutOff(text, error.message, offset) ? text.length : offset;
  }
}

/**
 * For a text that ends too early, the parser reports where the text begins, or the last token as unexpected though
 * what is missing should follow it.
 */
function isCutOff(text: string, message: string, offset: number): boolean {
  if (message.startsWith('Unexpected end of input')) return true;
  if (/^[{[,:]$/.test(text.slice(offset).trim())) return true;
  const isLastString = /^"[^"]*"$/.test(text.slice(offset).trim());
  return isLastString && /[{,]$/.test(text.slice(0, offset).trim());
}

/** Where a text in double quotes runs past the end of its line, which the parser accepts. */
function findBrokenString(text: string): number | null {
  for (const { 0: literal, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?/gs)) {
    const at = literal.split('').findIndex((character) => character < ' ');
    if (at !== -1) return index + at;
  }
  return null;
}

function syntaxProblem(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return `line ${line}, column ${column}: This is not JSON: ${reasonAt(before, text.charAt(offset))}.`;
}

function reasonAt(before: string, character: string): string {
  const last = before.trimEnd().at(-1);
  switch (character) {
    case '':
      return 'the file ends too early';
    case '/':
    case '#':
      return 'JSON has no comments';
    case "'":
      return 'strings and keys need double quotes';
    case '\n':
    case '\r':
      return 'the line ends inside a string';
    case '}':
    case ']':
      return last === ',' ? 'there is an extra comma before this bracket' : 'unexpected bracket';
    case '"':
      return 'a comma, a colon or a bracket is missing before this quote';
    default:
      return `${JSON.stringify(character)} is not expected here`;
  }
}

function repeatedKeys(node: ValueNode, path: PropertyKey[] = []): string[] {
  if (node.type === 'Array') {
    return node.elements.flatMap(({ value }, index) => repeatedKeys(value, [...path, index]));
  }
  if (node.type !== 'Object') return [];
  const lines = new Map<string, number>();
  return node.members.flatMap(({ name, value, loc }) => {
    const key = name.type === 'String' ? name.value : name.name;
    const keyPath = [...path, key];
    const first = lines.get(key);
    lines.set(key, first ?? loc.start.line);
    const problems = repeatedKeys(value, keyPath);
    if (first === undefined) return problems;
    const where = `on lines ${first} and ${loc.start.line}`;
    return [`${z.core.toDotPath(keyPath)}: Given twice, ${where}.`, ...problems];
  });
}
