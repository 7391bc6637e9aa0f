import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inputProblem } from '../../../src/index.ts';

function problemOf(schema: z.ZodType, value: unknown, shown: string | null = null): string {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  if (issue === undefined) throw new TypeError('The schema must refuse the value.');
  return inputProblem(issue, { place: 'limit', value: shown });
}

describe('what is wrong with an input', () => {
  it.each([
    [z.int().min(1), 0, 'limit must be at least 1.'],
    [z.int().max(9), 10, 'limit must be at most 9.'],
    [z.int(), 1.5, 'limit must be a whole number.'],
    [z.number(), Number.NaN, 'limit must be a whole number.'],
    [z.string(), 7, 'limit must be text.'],
    [z.string(), undefined, 'limit is missing.'],
    [z.boolean(), 'x', 'limit must be true or false.'],
    [z.array(z.string()), 'x', 'limit must be a list.'],
    [z.object({}), 'x', 'limit must be an object.'],
    [z.string().min(1), '', 'limit must not be empty.'],
    [z.string().max(2), 'abc', 'limit must have at most 2 characters.'],
    [z.array(z.string()).min(1), [], 'limit must not be empty.'],
    [z.array(z.string()).min(2), [], 'limit must have at least 2 entries.'],
    [z.enum(['a', 'b', 'c']), 'x', 'limit must be a, b or c.'],
    [z.strictObject({}), { a: 1 }, 'limit must not have "a".'],
    [z.string().regex(/x/, { error: 'must be an x' }), 'y', 'limit must be an x.'],
    [z.string().regex(/x/, { error: 'Use an x.' }), 'y', 'limit: Use an x.'],
  ])('is said plainly: %#', (schema, value, text) => {
    expect(problemOf(schema, value)).toBe(text);
  });

  it('comes with the value, where that is shown', () => {
    expect(problemOf(z.int().min(1), 0, '0')).toBe('limit must be at least 1, not 0.');
    expect(problemOf(z.string().regex(/x/, { error: 'Use an x.' }), 'y', '"y"')).toBe(
      'limit: Use an x. The value is "y".',
    );
  });

  it('names the input itself where there is no place', () => {
    const [issue] = z.object({}).safeParse(7).error?.issues ?? [];
    if (issue === undefined) throw new TypeError('The schema must refuse the value.');
    expect(inputProblem(issue, { place: '', value: null })).toBe('The input must be an object.');
  });
});
