import { AnswerNotUnderstoodError, itemKinds, parseAnswer, splitList } from '@clarity-keep/clarity';
import { readBounded, TooLargeError } from '@clarity-keep/core';
import { readFileInChunks } from './read-file.ts';
import { LONGEST_RECORD_BYTES } from './read-record.ts';

/**
 * The body of a saved response in the insights format; null when it is a list of session records, which is
 * recognised by its first object.
 *
 * @throws AnswerNotUnderstoodError when its shape is unknown, or it is larger than a response may be.
 */
export async function readSavedAnswer(
  path: string,
  { token, maxBytes }: { token: string | undefined; maxBytes: number },
): Promise<Buffer | null> {
  if (!(await beginsWithMetric(path))) return null;
  try {
    const bytes = await readBounded(readFileInChunks(path), maxBytes);
    if (parseAnswer(bytes, { token }).format === 'sessions') return null;
    return Buffer.from(bytes.buffer);
  } catch (error) {
    throw error instanceof TooLargeError ? tooLarge(path, error) : ofFile(path, error);
  }
}

async function beginsWithMetric(path: string): Promise<boolean> {
  const list = splitList({ maxItemBytes: LONGEST_RECORD_BYTES });
  const kindOf = itemKinds();
  let read = 0;
  let items = 0;
  for await (const chunk of readFileInChunks(path)) {
    for (const bytes of list.push(chunk)) {
      items += 1;
      if (bytes === null) return true;
      const item = parsed(bytes);
      if (typeof item === 'object' && item !== null) return kindOf(item) === 'metric';
    }
    read += chunk.length;
    // Metrics can have a thousand rows; no session record is so long.
    if (items === 0 && read > LONGEST_RECORD_BYTES) return list.problem() === null;
  }
  return false;
}

/** Undefined where it is not JSON, which is reported when the whole list is parsed. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function tooLarge(path: string, cause: TooLargeError): AnswerNotUnderstoodError {
  const megabytes = Math.round(cause.maxBytes / 2 ** 20);
  return new AnswerNotUnderstoodError(
    `${path} looks like a saved Clarity response but is larger than ${megabytes} MB, so it was not read to the end. ` +
      'Nothing was imported. Clarity cuts lists off at 1,000 rows, about 20 MB at most; ' +
      'if yours really is larger, raise CLARITY_MAX_ANSWER_MB.',
    { code: 'too-large', cause },
  );
}

/** Unlike an incomplete response, a file is not collected again by a later run. */
function ofFile(path: string, error: unknown): unknown {
  if (!(error instanceof AnswerNotUnderstoodError) || error.code !== 'unreadable') return error;
  return new AnswerNotUnderstoodError(
    `${path} is not a complete JSON list: it breaks off or is not JSON. Nothing was imported.`,
    { code: 'unreadable', cause: error },
  );
}
