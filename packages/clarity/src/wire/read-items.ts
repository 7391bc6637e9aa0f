import { integer } from '@clarity-keep/core';
import { notUnderstood, unreadable } from '../errors.ts';
import { splitList } from './split-list.ts';

/**
 * Parses a JSON list item by item, so that of a response of 20 MB only one metric at a time is text. Every
 * text passes through `clean` before it is parsed or quoted.
 *
 * @throws AnswerNotUnderstoodError when the bytes are not JSON, or not a list.
 */
export function* readItems(
  bytes: Uint8Array,
  clean: (text: string) => string,
): Generator<unknown, void> {
  const list = splitList({ maxItemBytes: Infinity, maxItemValues: MOST_VALUES });
  for (const item of list.push(bytes)) {
    if (item === null) {
      throw notUnderstood(`one of its items has more than ${integer(MOST_VALUES)} values`);
    }
    yield parse(item, bytes, clean);
  }
  const problem = list.problem();
  if (problem === 'empty') throw unreadable('it is empty');
  if (problem === 'no list') throw noList(bytes, clean);
  if (!list.isComplete()) throw noJson(bytes, clean);
}

/** Fifty times as many as a metric of 1,000 rows has. */
const MOST_VALUES = 500_000;

/** The start of a body, quoted on one line for a message. */
export function excerpt(bytes: Uint8Array, clean: (text: string) => string): string {
  const text = clean(decode(bytes.subarray(0, EXCERPT_BYTES))).trim();
  const start = text.slice(0, EXCERPT_CHARACTERS).toWellFormed();
  const isWhole = start.length === text.length && bytes.length <= EXCERPT_BYTES;
  return JSON.stringify(isWhole ? start : `${start}...`);
}

/** More than is quoted, because a token that is removed from the start may be long. */
const EXCERPT_BYTES = 8192;
const EXCERPT_CHARACTERS = 60;

function parse(item: Uint8Array, bytes: Uint8Array, clean: (text: string) => string): unknown {
  try {
    // A byte order mark is allowed only at the start of the text, not before an item.
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
