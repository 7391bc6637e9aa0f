import { notUnderstood, unreadable } from '../errors.ts';
import { splitList } from './split-list.ts';

/**
 * The items of a JSON list, one by one: of an answer of 20 MB no more than one metric is ever text. `clean`
 * is given each text before it is parsed, and what messages quote.
 *
 * @throws AnswerNotUnderstoodError where the bytes are no JSON, or no list.
 */
export function* readItems(
  bytes: Uint8Array,
  clean: (text: string) => string,
): Generator<unknown, void> {
  const list = splitList({ maxItemBytes: Infinity, maxItemValues: MOST_VALUES });
  for (const item of list.push(bytes)) {
    if (item === null) {
      const most = MOST_VALUES.toLocaleString('en-US');
      throw notUnderstood(`one of its items has more than ${most} values`);
    }
    yield parse(item, bytes, clean);
  }
  const problem = list.problem();
  if (problem === 'empty') throw unreadable('it is empty');
  if (problem === 'no list') throw noList(bytes, clean);
  if (!list.isComplete()) throw noJson(bytes, clean);
}

/** Fifty times what a metric of 1,000 rows has. */
const MOST_VALUES = 500_000;

/** The start of a body, for a message: one line, quoted. */
export function excerpt(bytes: Uint8Array, clean: (text: string) => string): string {
  const text = clean(decode(bytes.subarray(0, EXCERPT_BYTES))).trim();
  const start = text.slice(0, EXCERPT_CHARACTERS).toWellFormed();
  const isWhole = start.length === text.length && bytes.length <= EXCERPT_BYTES;
  return JSON.stringify(isWhole ? start : `${start}...`);
}

/** A token that is struck out of the start may be longer than what is quoted. */
const EXCERPT_BYTES = 8192;
const EXCERPT_CHARACTERS = 60;

function parse(item: Uint8Array, bytes: Uint8Array, clean: (text: string) => string): unknown {
  try {
    // A mark before an item is no mark of the text.
    return JSON.parse(clean(decode(item, { ignoreBOM: true })));
  } catch (error) {
    throw noJson(bytes, clean, error);
  }
}

function noList(bytes: Uint8Array, clean: (text: string) => string): Error {
  try {
    JSON.parse(clean(decode(bytes)));
  } catch (error) {
    return noJson(bytes, clean, error);
  }
  return notUnderstood(`it is not a list: ${excerpt(bytes, clean)}`);
}

function noJson(bytes: Uint8Array, clean: (text: string) => string, cause?: unknown): Error {
  return unreadable(`it is not JSON: ${excerpt(bytes, clean)}`, cause);
}

function decode(bytes: Uint8Array, options?: { ignoreBOM: boolean }): string {
  return new TextDecoder('utf-8', options).decode(bytes);
}
