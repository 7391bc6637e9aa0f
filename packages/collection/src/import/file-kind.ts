import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { AnswerNotUnderstoodError, excerpt, withoutToken } from '@clarity-keep/clarity';
import { ImportError } from '../errors.ts';
import { cannotRead } from './read-file.ts';

/** `list`: session records, or a saved response. `lines`: session records, one per line. */
export type FileKind = 'sqlite' | 'list' | 'lines';

const START_BYTES = 64 * 1024;
const SQLITE = Buffer.from('SQLite format 3\0');

/**
 * Recognises the kind of a file by its start.
 *
 * @throws ImportError when it cannot be read or cannot be used; AnswerNotUnderstoodError when it is text of
 * another kind.
 */
export function fileKind(
  path: string,
  { token }: { token?: string | undefined } = {},
): { kind: FileKind; size: number } {
  const { start, size } = readStart(path);
  if (start.subarray(0, SQLITE.length).equals(SQLITE)) return { kind: 'sqlite', size };
  if (isWide(start)) {
    throw new ImportError(
      `${path} is UTF-16 text, but JSON must be UTF-8. Save it as UTF-8 first: ` +
        'iconv -f UTF-16 -t UTF-8 FILE > FILE.json',
    );
  }
  const text = start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('[')) return { kind: 'list', size };
  if (text.startsWith('{') && isFirstLineWhole(text)) return { kind: 'lines', size };
  if (text === '' && size <= START_BYTES) {
    throw new AnswerNotUnderstoodError(`${path} is empty.`);
  }
  if (isBinary(text)) {
    throw new ImportError(
      `${path} is neither JSON nor a SQLite database. If it is compressed or encrypted, unpack it first.`,
    );
  }
  const quoted = excerpt(start, (quotable) => withoutToken(quotable, token));
  throw new AnswerNotUnderstoodError(
    `${path} is not a JSON list, JSON lines or a SQLite database. It starts with ${quoted}. Nothing was imported.`,
  );
}

function readStart(path: string): { start: Buffer; size: number } {
  const buffer = Buffer.alloc(START_BYTES);
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new ImportError(`${path} is a folder. Choose a file in it.`);
    // Opening a pipe waits for its other end, and devices have none.
    if (!stat.isFile()) {
      throw new ImportError(
        `${path} is a pipe or a device, but an import reads its file twice. Save it to a file first.`,
      );
    }
    const file = openSync(path, 'r');
    try {
      return { start: buffer.subarray(0, readSync(file, buffer)), size: stat.size };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof ImportError ? error : cannotRead(path, error);
  }
}

/** Whether characters take two or four bytes: by the byte order mark, or by the zeros around ASCII characters. */
function isWide(start: Buffer): boolean {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0) !== (second === 0) && start.length > 1;
}

/**
 * One object on the first line; an object over several lines is one JSON text, not a record. A line whose end is
 * not in sight may be either.
 */
function isFirstLineWhole(text: string): boolean {
  const end = text.indexOf('\n');
  if (end === -1) return true;
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
