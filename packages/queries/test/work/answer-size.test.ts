import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerSize } from '../../src/work/answer-size.ts';

describe('the size of an answer', () => {
  it('is its rows', () => {
    expect(answerSize({ rows: [{}, {}, {}] }).rows).toBe(3);
  });

  it.each([[{}], [{ rows: null }], [{ rows: 'many' }], [null], ['text'], [7], [undefined]])(
    'has no rows where there is no list of them: %j',
    (answer) => {
      expect(answerSize(answer).rows).toBe(0);
    },
  );

  it('is about that of its JSON, whatever is in it', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.integer({ min: 0, max: 99_999 }),
      fc.boolean(),
      fc.constant(null),
    );
    const row = fc.dictionary(fc.string({ maxLength: 20 }), scalar, { maxKeys: 10 });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { characters } = answerSize({ rows });
        const written = JSON.stringify({ rows }).length;
        // Twice as much for what has to be escaped, and a comma too many here and there.
        expect(characters).toBeGreaterThan(written / 6);
        expect(characters).toBeLessThan(2 * written + 20);
      }),
    );
  });
});
