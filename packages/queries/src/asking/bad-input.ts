import { displayText } from '@clarity-keep/core';
import type * as z from 'zod';
import { QueryError } from '../errors.ts';

const LONGEST_VALUE = 60;

/** Says what was wrong with each part of an input, and what it was. */
export function badInput(error: z.ZodError, rawInput: unknown): QueryError {
  const problems = error.issues.map((issue) => {
    const place = issue.path.map(String).join('.');
    const value = issue.path.reduce(partOf, rawInput);
    const isSaid =
      value === undefined ||
      Number.isNaN(value) ||
      place === '' ||
      (typeof value === 'string' && issue.message.endsWith(`, got ${value}.`));
    const got = isSaid ? '' : ` Got ${shown(value)}.`;
    return `${place === '' ? '' : `${place}: `}${displayText(messageOf(issue)).replace(/[^.]$/, '$&.')}${got}`;
  });
  return new QueryError('bad-request', problems.join(' '), { cause: error });
}

/** Of numbers in the words of our other messages; what is wrong with a text is said where it is parsed. */
function messageOf(issue: z.core.$ZodIssue): string {
  const isOfNumber = 'origin' in issue && (issue.origin === 'int' || issue.origin === 'number');
  if (issue.code === 'too_small' && isOfNumber) return `Expected at least ${issue.minimum}.`;
  if (issue.code === 'too_big' && isOfNumber) return `Expected at most ${issue.maximum}.`;
  const isNoNumber =
    issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int');
  return isNoNumber ? 'Expected a whole number.' : issue.message;
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
