import { expect, it } from 'vitest';
import { jsonLine, jsonText } from '../src/index.ts';

it('is indented JSON that ends its line', () => {
  expect(jsonText({ pages: ['/価格 é 🛒'] })).toBe('{\n  "pages": [\n    "/価格 é 🛒"\n  ]\n}\n');
});

it.each([
  ['delete and C1 controls', '\u007f\u0080\u009b31m\u009f'],
  ['line separators', '\u2028\u2029'],
  ['bidirectional overrides and invisible characters', '\u202e\u2066\u200b\ufeff\u00ad'],
  ['invisible characters beyond the first plane', '\u{e0041}\u{1d173}'],
  ['selectors, fillers and blanks', '\ufe0f\u{e0100}\u034f\u115f\u17b4\u2800\u3164\uffa0\uffff'],
])('escapes %s, and stays the same value', (_name, hostile) => {
  const value = { [hostile]: `a${hostile}b` };
  for (const text of [jsonText(value), jsonLine(value)]) {
    expect(text.replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\p{NChar}\u2800]/u,
    );
    expect(JSON.parse(text)).toEqual(value);
  }
});

it('is one line for a row, whatever its text', () => {
  expect(jsonLine({ page: 'a\n\u2028b', sessions: null })).toBe(
    '{"page":"a\\n\\u2028b","sessions":null}',
  );
});

it('writes characters beyond the first plane as two escapes', () => {
  expect(jsonText('\u{e0041}')).toBe('"\\udb40\\udc41"\n');
});
