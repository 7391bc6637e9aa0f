/** Characters of JSON that the rows of one answer may take, about a tenth of what a model can read at once. */
const MOST_CHARACTERS = 40_000;

/** Which rows stay when they are too many: the first of a ranking, the last of a series of days. */
export type RowsToKeep = 'first' | 'last';

export interface BoundedAnswer<Answer> {
  answer: Answer;
  /** Rows, or entries of other lists, that the whole answer has besides. */
  rowsLeftOut: number;
}

/** An answer that is short enough for a model. */
export function boundAnswer<Answer extends object>(
  answer: Answer,
  keep: RowsToKeep,
): BoundedAnswer<Answer> {
  return 'rows' in answer ? boundRows(answer, keep) : boundParts(answer);
}

/** A list that is short enough for a model: rows that are too many are left out and counted. */
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

/** Characters of JSON of an answer that is no list, such as a report, which has half of it as a rule. */
const MOST_OF_PARTS = 100_000;

/**
 * An answer of many parts that is short enough for a model: of the list that takes most room the later
 * half is left out, until the whole fits. What ranks has its worst first.
 */
function boundParts<Answer>(answer: Answer): BoundedAnswer<Answer> {
  const bounded = structuredClone(answer);
  let rowsLeftOut = 0;
  while (JSON.stringify(bounded).length > MOST_OF_PARTS) {
    const [longest] = listsIn(bounded).toSorted((a, b) => b.characters - a.characters);
    if (longest === undefined) break;
    rowsLeftOut += longest.list.splice(Math.ceil(longest.list.length / 2)).length;
  }
  return { answer: bounded, rowsLeftOut };
}

/** All lists that can be halved, with the room they take. */
function listsIn(value: unknown): { list: unknown[]; characters: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap((part) => listsIn(part));
  if (!Array.isArray(value) || value.length < 2) return below;
  return [{ list: value, characters: JSON.stringify(value).length }, ...below];
}

/** None of an answer that is no list. */
export function rowsOf(answer: unknown): readonly unknown[] {
  const rows: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'rows') : null;
  return Array.isArray(rows) ? rows : [];
}
