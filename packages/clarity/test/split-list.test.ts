import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerNotUnderstoodError, splitList } from '../src/index.ts';
import { readItems } from '../src/wire/read-items.ts';

interface Split {
  /** Null: longer than the limit. */
  items: (string | null)[];
  problem: 'empty' | 'no list' | null;
  isComplete: boolean;
}

/** What becomes of a text that comes in chunks of these sizes, again and again. */
function split(
  text: string,
  {
    sizes = [text.length + 8],
    maxItemBytes = 1_000,
  }: { sizes?: number[]; maxItemBytes?: number } = {},
): Split {
  const bytes = new TextEncoder().encode(text);
  const list = splitList({ maxItemBytes });
  const items: (string | null)[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    for (const item of list.push(bytes.subarray(at, at + size))) {
      items.push(item === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(item));
    }
    at += size;
  }
  return { items, problem: list.problem(), isComplete: list.isComplete() };
}

/** What lists are made of, and what can go wrong in them. */
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

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

describe('a list in chunks', () => {
  it('has the items of the whole, wherever the chunks end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.constantFrom(0, 1, '\t', '\r\n'),
        fc.constantFrom('', '\uFEFF', ' \n'),
        sizes,
        (list, space, before, chunks) => {
          const text = before + JSON.stringify(list, null, space);
          const whole = split(text, { sizes: chunks, maxItemBytes: Infinity });
          expect(whole).toMatchObject({ problem: null, isComplete: true });
          expect(whole.items.map((item) => JSON.parse(String(item)) as unknown)).toEqual(
            JSON.parse(JSON.stringify(list)),
          );
        },
      ),
    );
  });

  it('is judged as the whole is, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), sizes, (texts, chunks) => {
        const text = texts.join('');
        expect(split(text, { sizes: chunks })).toEqual(split(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('passes over an item that is too long, and no other', () => {
    const long = JSON.stringify({ text: '],"[{'.repeat(20) });
    for (const size of [1, 3, 64, 1_000]) {
      expect(
        split(`[1,${long},${'7'.repeat(50)},${'8'.repeat(51)},2]`, {
          sizes: [size],
          maxItemBytes: 50,
        }),
      ).toEqual({ items: ['1', null, '7'.repeat(50), null, '2'], problem: null, isComplete: true });
    }
  });

  it.each([
    ['', 'empty', false],
    [' \n', 'empty', false],
    ['\uFEFF', 'empty', false],
    ['{"a": 1}', 'no list', false],
    ['\uFEFF\uFEFF[1]', 'no list', false],
    [' \uFEFF[1]', 'no list', false],
    ['[', null, false],
    ['[1, 2', null, false],
    ['[1] x', null, false],
    ['[]]', null, false],
    ['[] \n', null, true],
  ])('%j is told: %s', (text, problem, isComplete) => {
    for (const size of [1, 2, 100]) {
      expect(split(text, { sizes: [size] })).toMatchObject({ problem, isComplete });
    }
  });
});

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
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

describe('the items of a list, parsed', () => {
  it('are refused exactly where JSON.parse refuses the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (texts) => {
        const text = `[${texts.join('')}`;
        expect(itemsOrNone(text)).toEqual(parsed(text));
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
