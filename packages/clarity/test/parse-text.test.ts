import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../src/wire/parse-text.ts';

const LONGEST = 8_192;

/** All code units, lone surrogates and NUL too, with what looks like one that was written out. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('\0', '\\', '\\u0000', '\\ud800', '\ud800', '\udc00', '\u{1F600}', 'a'),
    ),
    { maxLength: 30 },
  )
  .map((units) => units.join(''));

/** What a database that ends texts at NUL, and knows UTF-8 only, makes of a text. */
function asStored(text: string): string {
  return Buffer.from(text.split('\0', 1)[0] ?? '').toString();
}

describe('a text', () => {
  it('is stored as it is parsed, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(asStored(parseText(text))).toBe(parseText(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('stays apart from every other one', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(parseText(one) === parseText(other)).toBe(one === other);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is left as it is when it is an ordinary one', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(parseText(url)).toBe(url);
      }),
    );
  });

  it.each([
    [`a\0b`, String.raw`a\u0000b`],
    ['\ud800', String.raw`\ud800`],
    ['\udc00\ud800', String.raw`\udc00\ud800`],
    ['\u{1F600}', '\u{1F600}'],
    [String.raw`\ud800`, String.raw`\\ud800`],
    [String.raw`C:\users`, String.raw`C:\users`],
    ['\\\0', String.raw`\\\u0000`],
  ])('%j is written as %j', (text, written) => {
    expect(parseText(text)).toBe(written);
  });

  it('has an end, and is still told from others that begin alike', () => {
    const long = (end: string): string => parseText(`${'x'.repeat(3 * LONGEST)}${end}`);
    expect(long('a').length).toBeLessThan(LONGEST + 60);
    expect(long('a')).toContain(`... (${3 * LONGEST + 1} characters, `);
    expect(long('a')).not.toBe(long('b'));
    expect(long('a')).toBe(long('a'));
    expect(parseText('x'.repeat(LONGEST))).toHaveLength(LONGEST);
  });

  it('is not cut through a character', () => {
    for (const before of [LONGEST - 2, LONGEST - 1, LONGEST]) {
      const text = parseText(`${'x'.repeat(before)}${'\u{1F600}'.repeat(10)}`);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it.each([null, undefined, true, {}, [], ['a']])('is empty for %j', (value) => {
    expect(parseText(value)).toBe('');
  });

  it.each([
    [7, '7'],
    [-0, '0'],
    [1e21, '1e+21'],
  ])('is what a number is written as: %d', (value, text) => {
    expect(parseText(value)).toBe(text);
  });
});
