import { describe, expect, it } from 'vitest';
import { table } from '../src/table/index.ts';

function aTable(pages: readonly string[], columns: number): string[] {
  const { text } = table(
    pages,
    [
      { head: 'page', kind: 'yielding', cell: (page) => page },
      { head: 'sessions', kind: 'right', cell: () => '12' },
    ],
    { columns, paint: (_style, painted) => painted },
  );
  return text.split('\n').slice(2);
}

describe('a table', () => {
  it('gives wide characters two columns', () => {
    expect(aTable(['価格', 'ab', '🛒', 'e\u0301'], 30)).toEqual([
      '価格        12',
      'ab          12',
      '🛒          12',
      'e\u0301           12',
    ]);
  });

  it('wraps sentences between words, and their neighbours keep their width', () => {
    const { text } = table(
      ['2026-11-17 is missing or estimated'],
      [
        { head: 'why', kind: 'wrapping', cell: (why) => why },
        { head: 'rows', kind: 'right', cell: () => '12' },
      ],
      { columns: 30, paint: (_style, painted) => painted },
    );
    expect(text.split('\n').slice(2)).toEqual(['2026-11-17 is missing or    12', 'estimated']);
  });

  it('shortens addresses of wide characters to the width of the screen', () => {
    const [row = ''] = aTable([`/商品/${'価格'.repeat(20)}/一覧`], 60);
    // 60 columns less those of the sessions; a wide character may leave one over.
    expect(row).toMatch(/^\/商品\/[価格]+…[価格]*\/一覧 {2,3} {6}12$/);
    const narrow = Array.from(row).filter((character) => /[ -~…]/.test(character)).length;
    const wide = Array.from(row).length - narrow;
    expect(narrow + 2 * wide).toBeGreaterThan(57);
    expect(narrow + 2 * wide).toBeLessThanOrEqual(60);
  });
});
