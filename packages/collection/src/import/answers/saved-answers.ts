import { AnswerNotUnderstoodError, splitList } from '@clarity-keep/clarity';
import { integer, readBounded, splitLines, TooLargeError } from '@clarity-keep/core';
import type { Input } from '../open-input.ts';
import { answersOfObject } from './answers-of-object.ts';
import type { SavedAnswer } from './saved-answer.ts';

/** A response as Clarity sent it. @throws AnswerNotUnderstoodError when it is larger than a response may be. */
export async function* plainAnswer(
  input: Input,
  maxBytes: number,
): AsyncGenerator<SavedAnswer, void> {
  const body = await readWhole(input, maxBytes);
  yield { place: '', body, at: null, numOfDays: null, dimensions: null };
}

/**
 * Responses with the time at which they were fetched, one object at a time in memory.
 *
 * @throws AnswerNotUnderstoodError when a list breaks off, or the only object is too large.
 */
export async function* savedAnswers(
  input: Input,
  { as, maxBytes }: { as: 'list' | 'lines' | 'object'; maxBytes: number },
): AsyncGenerator<SavedAnswer, void> {
  const objects =
    as === 'object'
      ? onlyObject(input, maxBytes)
      : as === 'lines'
        ? objectsOfLines(input, maxBytes)
        : objectsOfList(input, maxBytes);
  let read = 0;
  for await (const bytes of objects) {
    const answers =
      bytes === null
        ? `larger than ${Math.round(maxBytes / 2 ** 20)} MB`
        : answersOfObject(withoutMark(bytes));
    if (typeof answers === 'string') {
      read += 1;
      yield {
        place: `response ${read}`,
        body: answers,
        at: null,
        numOfDays: null,
        dimensions: null,
      };
      continue;
    }
    for (const answer of answers) {
      read += 1;
      yield { ...answer, place: `response ${read}` };
    }
  }
}

async function* onlyObject(input: Input, maxBytes: number): AsyncGenerator<Uint8Array, void> {
  yield await readWhole(input, maxBytes);
}

async function* objectsOfLines(
  input: Input,
  maxBytes: number,
): AsyncGenerator<Uint8Array | null, void> {
  const lines = splitLines({ maxLineBytes: maxBytes });
  for await (const chunk of input.chunks()) {
    for (const line of lines.push(chunk)) {
      const bytes = 'bytes' in line ? line.bytes : null;
      if (bytes === null || !isBlank(bytes)) yield bytes;
    }
  }
  const last = lines.end();
  const bytes = 'bytes' in last ? last.bytes : null;
  if (bytes === null || !isBlank(bytes)) yield bytes;
}

async function* objectsOfList(
  input: Input,
  maxBytes: number,
): AsyncGenerator<Uint8Array | null, void> {
  const list = splitList({ maxItemBytes: maxBytes });
  let items = 0;
  for await (const chunk of input.chunks()) {
    for (const bytes of list.push(chunk)) {
      items += 1;
      yield bytes;
    }
  }
  if (list.isComplete()) return;
  throw new AnswerNotUnderstoodError(
    `${input.name} is not a complete JSON list: it breaks off after response ${integer(items)}. Nothing was imported.`,
    { code: 'unreadable' },
  );
}

async function readWhole(input: Input, maxBytes: number): Promise<Uint8Array> {
  try {
    return await readBounded(input.chunks(), maxBytes);
  } catch (error) {
    throw error instanceof TooLargeError ? tooLarge(input.name, error) : error;
  }
}

function tooLarge(name: string, cause: TooLargeError): AnswerNotUnderstoodError {
  const megabytes = Math.round(cause.maxBytes / 2 ** 20);
  return new AnswerNotUnderstoodError(
    `${name} looks like a saved Clarity response but is larger than ${megabytes} MB, so it was not read to the end. ` +
      'Nothing was imported. Clarity cuts lists off at 1,000 rows, about 20 MB at most; ' +
      'if yours really is larger, raise CLARITY_MAX_ANSWER_MB.',
    { code: 'too-large', cause },
  );
}

const WHITESPACE: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => WHITESPACE.has(byte));
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const [first, second, third] = bytes;
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}
