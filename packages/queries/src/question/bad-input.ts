import { displayText } from '@clarity-keep/core';
import type * as z from 'zod';
import { QueryError } from '../errors.ts';

const LONGEST_VALUE = 60;

/** Says what was wrong with each part of an input, and what it was. */
export function badInput(error: z.ZodError, rawInput: unknown): QueryError {
  const problems = error.issues.map((issue) => {
    const place = issue.path.map(String).join('.');
    const value = issue.path.reduce(partOf, rawInput);
    const isSaid = value === undefined || Number.isNaN(value) || place === '';
    const got = isSaid ? '' : ` Got ${shown(value)}.`;
    return `${place === '' ? '' : `${place}: `}${displayText(issue.message).replace(/[^.]$/, '$&.')}${got}`;
  });
  return new QueryError('bad-request', problems.join(' '), { cause: error });
}

function partOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function shown(value: unknown): string {
  const text = displayText(JSON.stringify(value));
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
}
