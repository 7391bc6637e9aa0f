import { parseEnv } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteValue } from '../../../src/commands/init/files/quote-value.ts';

describe('quoteValue', () => {
  it.each([
    ['wxb0r23ozh', 'wxb0r23ozh'],
    ['file:./clarity.db', 'file:./clarity.db'],
    ['Anna <anna@shop.example>', "'Anna <anna@shop.example>'"],
    ['pa#ss', "'pa#ss'"],
    ['$HOME', "'$HOME'"],
    ['a\\nb', "'a\\nb'"],
    [' a ', "' a '"],
    ["O'Brien", '"O\'Brien"'],
    [`"O'Brien, Ann" <ann@shop.example>`, `\`"O'Brien, Ann" <ann@shop.example>\``],
    // In double quotes Node would make a line break of it.
    ["O'Brien\\n", "`O'Brien\\n`"],
  ])('writes %j as %j', (value, text) => {
    expect(quoteValue('NAME', value)).toBe(text);
    expect(parseEnv(`NAME=${text}`)).toEqual({ NAME: value });
  });

  it('is read back as it was, between other lines, unless it holds all three marks', () => {
    const typed = fc.string({
      unit: fc.oneof(
        fc.constantFrom("'", '"', '`', '#', '$', '\\', 'n', '=', ' ', '{', '%'),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
    });
    fc.assert(
      fc.property(typed, (value) => {
        fc.pre([`'`, '"', '`'].some((mark) => !value.includes(mark)) && !/\p{Cc}/u.test(value));
        fc.pre(!(value.includes("'") && value.includes('`') && value.includes('\\n')));
        expect(parseEnv(`A=1\nNAME=${quoteValue('NAME', value)}\nB='2'\n`)).toEqual({
          A: '1',
          NAME: value,
          B: '2',
        });
      }),
    );
  });

  it.each([
    'secret\nCLARITY_API_URL=https://evil.example',
    'secret\r',
    'secret\u0000',
    'secret\u001b[2J',
  ])('refuses %j, and does not repeat it', (value) => {
    expect(() => quoteValue('NAME', value)).toThrow(/^NAME: contains a line break or another/);
  });

  it.each([`secret'"\``, "secret'`\\n"])('refuses %j, and does not repeat it', (value) => {
    expect(() => quoteValue('SMTP_URL', value)).toThrow(
      /^SMTP_URL: contains more kinds of quotation marks than \.env supports\.(?!.*secret)/,
    );
  });
});
