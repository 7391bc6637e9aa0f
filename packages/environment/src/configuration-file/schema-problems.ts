import { displayText, inputProblem, likelyMeant, shortenMiddle } from '@clarity-keep/core';
import * as z from 'zod';
import { looksLikeToken } from './looks-like-token.ts';

const LONGEST_VALUE = 60;

/** Fields that hold a secret or a person's address, or may hold one by mistake. */
const unrepeatable = new Set<PropertyKey>(['tokenVariable', 'recipients', 'digestRecipients']);

/** Where a value does not match a schema, one line for each problem with its path. */
export function schemaProblems(schema: z.ZodType, error: z.ZodError, value: unknown): string[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey(key, issue.path, keysAt(schema, issue.path)));
    }
    const place = issue.path.length === 0 ? 'the file' : z.core.toDotPath(issue.path);
    return [inputProblem(issue, { place, value: shownValue(issue.path, value) })];
  });
}

function unknownKey(key: string, path: PropertyKey[], known: readonly string[]): string {
  const shown = looksLikeToken(key) ? '(a token)' : shortenMiddle(key, LONGEST_VALUE);
  const meant = likelyMeant(key, known);
  const advice = meant === null ? `Known here: ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return `${z.core.toDotPath([...path, shown])}: Unknown key. ${advice}`;
}

/** The keys that a schema knows at a path. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const inner = withoutWrappers(schema);
  const [key, ...rest] = path;
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest);
  if (!(inner instanceof z.ZodObject)) return [];
  return key === undefined ? Object.keys(inner.shape) : keysAt(inner.shape[String(key)], rest);
}

function withoutWrappers(schema: unknown): unknown {
  const isWrapper =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  return isWrapper ? withoutWrappers(schema.unwrap()) : schema;
}

function shownValue(path: readonly PropertyKey[], file: unknown): string | null {
  const value = path.reduce(partOf, file);
  const isSimple = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  if (!isSimple || looksLikeToken(value) || path.some((key) => unrepeatable.has(key))) {
    return null;
  }
  return shortenMiddle(displayText(JSON.stringify(value)), LONGEST_VALUE);
}

function partOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
