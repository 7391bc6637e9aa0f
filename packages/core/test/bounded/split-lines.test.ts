import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/index.ts';
import { splitLines } from '../../src/index.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function textOf(line: Line): string {
  return 'bytes' in line ? decoder.decode(line.bytes) : `too long: ${decoder.decode(line.ends)}`;
}

/** All lines of chunks, the unfinished one last. */
function linesOf(chunks: readonly Uint8Array[], limits: Parameters<typeof splitLines>[0]) {
  const lines = splitLines(limits);
  const found = chunks.flatMap((chunk) => [...lines.push(chunk)].map((line) => textOf(line)));
  return [...found, textOf(lines.end())];
}

describe('splitLines', () => {
  it.each([1, 2, 3, 7, 100])(
    'makes lines of chunks of %i bytes, also within a character',
    (size) => {
      const bytes = encoder.encode('first\nzwölf\n{"a":"\u2028"}\nrest');
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(linesOf(chunks, { maxLineBytes: 20 })).toEqual([
        'first',
        'zwölf',
        '{"a":"\u2028"}',
        'rest',
      ]);
    },
  );

  it('passes over empty lines that follow a line', () => {
    expect(linesOf([encoder.encode('a\n\n\n\nb\n')], { maxLineBytes: 9 })).toEqual(['a', 'b', '']);
  });

  it('ends with nothing after the last line feed', () => {
    expect(linesOf([], { maxLineBytes: 9 })).toEqual(['']);
  });

  it('drops a line that is too long, and only that', () => {
    const chunks = ['12345\n123', '456', '7890\nab\n1234567'].map((text) => encoder.encode(text));
    expect(linesOf(chunks, { maxLineBytes: 5 })).toEqual([
      '12345',
      'too long: ',
      'ab',
      'too long: ',
    ]);
  });

  it.each([1, 90, 5000])('keeps the ends of a line that is too long, in chunks of %i', (size) => {
    const bytes = encoder.encode(`${'a'.repeat(700)}${'b'.repeat(700)}${'c'.repeat(700)}\nnext\n`);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect(linesOf(chunks, { maxLineBytes: 1_000, endBytes: 256 })).toEqual([
      `too long: ${'a'.repeat(256)}${'c'.repeat(256)}`,
      'next',
      '',
    ]);
  });

  it('gives no byte twice where both ends meet', () => {
    const chunks = [encoder.encode('12345'), encoder.encode('67890\n')];
    expect(linesOf(chunks, { maxLineBytes: 5, endBytes: 8 })).toEqual(['too long: 1234567890', '']);
  });

  it('holds a long line that comes byte by byte', () => {
    const chunks = Array.from({ length: 5_000 }, () => encoder.encode('x'));
    expect(linesOf(chunks, { maxLineBytes: 5_000 })).toEqual(['x'.repeat(5_000)]);
  });
});
