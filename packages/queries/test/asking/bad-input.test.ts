import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { badInput } from '../../src/index.ts';

function saidOf(schema: z.ZodType, input: unknown): string {
  const { error } = schema.safeParse(input);
  if (error === undefined) throw new Error('The input is fine.');
  const { code, message } = badInput(error, input);
  expect(code).toBe('bad-request');
  return message;
}

const asked = z.strictObject({
  limit: z.int().min(1).max(1000),
  page: z.string().optional(),
  parts: z.array(z.object({ day: z.string() })).optional(),
});

describe('an input that cannot be asked', () => {
  it.each([
    [{ limit: 0 }, 'limit must be at least 1, not 0.'],
    [{ limit: 1001 }, 'limit must be at most 1000, not 1001.'],
    [{ limit: 'ten' }, 'limit must be a whole number, not "ten".'],
    [{ limit: 1.5 }, 'limit must be a whole number, not 1.5.'],
    [{ limit: null }, 'limit must be a whole number, not null.'],
    [{ limit: [10] }, 'limit must be a whole number, not a list.'],
    [{ limit: { most: 10 } }, 'limit must be a whole number, not an object.'],
    [{ limit: Number.NaN }, 'limit must be a whole number.'],
    [{}, 'limit is missing.'],
  ])('%j says which part, what it may be and what it was', (input, message) => {
    expect(saidOf(asked, input)).toBe(message);
  });

  it('names a part inside of another', () => {
    expect(saidOf(asked, { limit: 1, parts: [{ day: 'a' }, { day: 7 }] })).toMatch(
      /^parts\.1\.day must be .*, not 7\.$/,
    );
  });

  it('names every problem, not the first alone', () => {
    expect(saidOf(asked, { limit: 0, page: 7 })).toMatch(
      /^limit must be .*, not 0\. page must be .*, not 7\.$/,
    );
  });

  it('says what a schema says of its own value, and the value once', () => {
    const day = z.string().refine(() => false, { error: 'must be a day such as 2026-11-16' });
    expect(saidOf(z.object({ day }), { day: 'W47' })).toBe(
      'day must be a day such as 2026-11-16, not "W47".',
    );
  });

  it('quotes no more of a value than fits on a line, and nothing that moves a cursor', () => {
    const message = saidOf(asked, { limit: `\u001b[2J\u202E${'x'.repeat(10_000)}` });
    expect(message.length).toBeLessThan(150);
    expect(message).toMatch(/^[^\p{Cc}\u202E]+$/u);
  });

  it('that is nested deeper than can be written is refused all the same', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(saidOf(asked, { limit: deep })).toBe('limit must be a whole number, not a list.');
  });

  it.each([[null], ['pages'], [7], [undefined]])('is refused as a whole: %j', (input) => {
    expect(saidOf(asked, input)).toMatch(/^[A-Z].*\.$/);
  });
});
