import { displayText, inputProblem } from '@clarity-keep/core';
import type * as z from 'zod';
import { QueryError } from '../errors.ts';

const LONGEST_VALUE = 60;

/**
 * Says what was wrong with each part of an input, and what it was.
 *
 * @param nameOf what a field is called where it was given; its own name by default.
 */
export function badInput(
  error: z.ZodError,
  rawInput: unknown,
  nameOf: (field: string) => string = String,
): QueryError {
  const places = new Map<string, z.core.$ZodIssue>();
  for (const issue of error.issues) {
    const place = issue.path.map(String).join('.');
    // What else is wrong with a value follows from the first.
    if (!places.has(place)) places.set(place, issue);
  }
  const problems = [...places].map(([place, issue]) => {
    const value = issue.path.reduce(partOf, rawInput);
    const isHidden = value === undefined || Number.isNaN(value) || place === '';
    const [field = '', ...inner] = issue.path.map(String);
    const named = field === '' ? '' : [nameOf(field), ...inner].join('.');
    return displayText(
      inputProblem(issue, { place: named, value: isHidden ? null : shown(value) }),
    );
  });
  return new QueryError('bad-request', problems.join(' '), { cause: error });
}

function partOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Of what has parts not those: they may be nested more deeply than can be written. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = displayText(JSON.stringify(value));
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
}
