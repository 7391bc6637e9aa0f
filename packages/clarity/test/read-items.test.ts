import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerNotUnderstoodError } from '../src/index.ts';
import { readItems } from '../src/wire/read-items.ts';

const itemsOf = (text: string | Uint8Array): unknown[] => [
  ...readItems(typeof text === 'string' ? new TextEncoder().encode(text) : text, (same) => same),
];

/** Undefined where they are refused. */
function itemsOrNone(text: string): unknown[] | undefined {
  try {
    return itemsOf(text);
  } catch (error) {
    if (error instanceof AnswerNotUnderstoodError) return undefined;
    throw error;
  }
}

/** What JSON.parse makes of a list; undefined where it refuses it. */
function whole(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

describe('the items of a list', () => {
  it('are those of JSON.parse, whatever white space is between them', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 1, '\t', '\r\n'), (list, space) => {
        expect(itemsOf(JSON.stringify(list, null, space))).toEqual(
          JSON.parse(JSON.stringify(list)),
        );
      }),
    );
  });

  it('are refused exactly where JSON.parse refuses the text', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"',
      '\\',
      '1',
      '-',
      'null',
      '"a"',
      ' ',
      '\uFEFF',
      '"\\"',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (texts) => {
        const text = `[${texts.join('')}`;
        expect(itemsOrNone(text)).toEqual(whole(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '[,]',
    '[1,]',
    '[1',
    '[',
    '[]]',
    '[] x',
    '[1 2]',
    '["',
    '["\\"]',
    '[{"a":1]}',
    '[1,,2]',
  ])('%s is none', (text) => {
    expect(() => itemsOf(text)).toThrow('it is not JSON');
  });

  it('come after a byte order mark, and not after two', () => {
    expect(itemsOf('\uFEFF [1]')).toEqual([1]);
    expect(() => itemsOf('\uFEFF\uFEFF[1]')).toThrow('it is not JSON');
  });

  it('have what is no UTF-8 replaced, as all readers of it do', () => {
    expect(itemsOf(Uint8Array.of(0x5b, 0x22, 0xff, 0x22, 0x5d))).toEqual(['\uFFFD']);
  });
});
