/** Characters of JSON that the rows of one answer may take, about a tenth of what a model can read at once. */
const MOST_CHARACTERS = 40_000;

/** Which rows stay when they are too many: the first of a ranking, the last of a series of days. */
export type RowsToKeep = 'first' | 'last';

export interface BoundedAnswer<Answer> {
  answer: Answer;
  /** Rows that the whole answer has besides. */
  rowsLeftOut: number;
}

/** An answer that is short enough for a model: rows that are too many are left out and counted. */
export function boundRows<Answer>(answer: Answer, keep: RowsToKeep): BoundedAnswer<Answer> {
  const rows = rowsOf(answer);
  const inOrder = keep === 'first' ? rows : rows.toReversed();
  let characters = 0;
  const tooLate = inOrder.findIndex((row) => {
    characters += JSON.stringify(row).length + 1;
    return characters > MOST_CHARACTERS;
  });
  if (tooLate === -1) return { answer, rowsLeftOut: 0 };
  const kept = keep === 'first' ? rows.slice(0, tooLate) : rows.slice(rows.length - tooLate);
  return { answer: { ...answer, rows: kept }, rowsLeftOut: rows.length - kept.length };
}

/** None of an answer that is no list. */
export function rowsOf(answer: unknown): readonly unknown[] {
  const rows: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'rows') : null;
  return Array.isArray(rows) ? rows : [];
}
