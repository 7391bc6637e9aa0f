import { AnswerNotUnderstoodError, excerpt, withoutToken } from '@clarity-keep/clarity';
import { ImportError } from '../errors.ts';
import { namesOfFirstObject } from './first-object.ts';
import type { Input } from './open-input.ts';
import type { RecordingsTable } from './recordings/recordings-table.ts';
import { recordingsTable } from './recordings/recordings-table.ts';

/** What a file holds, and how. */
export type FileKind =
  | { kind: 'sqlite' }
  /** Session records. */
  | { kind: 'sessions'; as: 'list' | 'lines' }
  | { kind: 'recordings'; table: RecordingsTable }
  /** One response as Clarity sent it. */
  | { kind: 'answer' }
  /** Responses with the time at which they were fetched. */
  | { kind: 'saved-answers'; as: 'list' | 'lines' | 'object' };

const SQLITE = Buffer.from('SQLite format 3\0');

/**
 * Recognises the kind of a file by its first bytes.
 *
 * @throws ImportError when it cannot be used; AnswerNotUnderstoodError when it is text of another kind.
 */
export function fileKind(
  { name, head, isWhole }: Pick<Input, 'name' | 'head' | 'isWhole'>,
  { token }: { token?: string | undefined } = {},
): FileKind {
  if (SQLITE.equals(head.subarray(0, SQLITE.length))) return { kind: 'sqlite' };
  if (isWide(head)) {
    throw new ImportError(
      `${name} is UTF-16 text, but JSON and CSV must be UTF-8. Save it as UTF-8 first: ` +
        'iconv -f UTF-16 -t UTF-8 FILE > FILE.utf8',
    );
  }
  const text = new TextDecoder().decode(head).trimStart();
  if (text.startsWith('[')) return kindOfList(namesOfFirstObject(text));
  if (text.startsWith('{')) {
    const found = kindOfObject(text);
    if (found !== null) return found;
  }
  if (text === '' && isWhole) throw new AnswerNotUnderstoodError(`${name} is empty.`);
  // Before what is no UTF-8: a row that is not is rejected alone.
  const table = recordingsTable(text);
  if (table !== null) return { kind: 'recordings', table };
  if (isBinary(text)) {
    throw new ImportError(
      `${name} is neither JSON, CSV nor a SQLite database. If it is encrypted or compressed by anything but gzip, ` +
        'unpack it first.',
    );
  }
  const quoted = excerpt(head, (quotable) => withoutToken(quotable, token));
  throw new AnswerNotUnderstoodError(
    `${name} is not a JSON list, JSON lines, a SQLite database or CSV with a column "Session ID". ` +
      `It starts with ${quoted}. Nothing was imported.`,
  );
}

function kindOfList(names: ReadonlySet<string>): FileKind {
  if (names.has('metricname') || names.has('information')) return { kind: 'answer' };
  return hasAnswers(names)
    ? { kind: 'saved-answers', as: 'list' }
    : { kind: 'sessions', as: 'list' };
}

/** Null for an object over several lines that has no responses: it is one JSON text, not a record. */
function kindOfObject(text: string): FileKind | null {
  const isSaved = hasAnswers(namesOfFirstObject(text));
  if (hasLines(text)) {
    return isSaved ? { kind: 'saved-answers', as: 'lines' } : { kind: 'sessions', as: 'lines' };
  }
  return isSaved ? { kind: 'saved-answers', as: 'object' } : null;
}

/** The names under which people save what Clarity sent. */
const answerNames: readonly string[] = ['dimensions', 'metrics', 'data'];

function hasAnswers(names: ReadonlySet<string>): boolean {
  return !names.has('sessionid') && answerNames.some((name) => names.has(name));
}

/** Whether characters take two or four bytes: by the byte order mark, or by the zeros around ASCII characters. */
function isWide(start: Uint8Array): boolean {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0) !== (second === 0) && start.length > 1;
}

/**
 * Whether each line is an object of its own. A line whose end is not in sight may be the only one; the second line
 * of a longer object begins with a name or its end.
 */
function hasLines(text: string): boolean {
  const end = text.indexOf('\n');
  if (end === -1 || text.slice(end).trimStart().startsWith('{')) return true;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}

const WHITESPACE = '\t\n\v\f\r';

/** Characters that no text begins with: invalid UTF-8 and control characters. */
function isBinary(text: string): boolean {
  for (const character of text.slice(0, 256)) {
    if (character === '\uFFFD' || (character < ' ' && !WHITESPACE.includes(character))) return true;
  }
  return false;
}
