import type * as z from 'zod';
import { QueryError } from '../errors.ts';

const LONGEST_VALUE = 60;

/** Says what was wrong with each part of an input, and what it was. */
export function badInput(error: z.ZodError, rawInput: unknown): QueryError {
  const problems = error.issues.map((issue) => {
    const place = issue.path.map(String).join('.');
    const value = issue.path.reduce(partOf, rawInput);
    const got = value === undefined || place === '' ? '' : ` Got ${shown(value)}.`;
    return `${place === '' ? '' : `${place}: `}${issue.message.replace(/[^.]$/, '$&.')}${got}`;
  });
  return new QueryError('bad-request', problems.join(' '), { cause: error });
}

function partOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function shown(value: unknown): string {
  const text = Number.isNaN(value) ? 'NaN' : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;
}
