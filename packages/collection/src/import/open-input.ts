import { createReadStream, statSync } from 'node:fs';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportError } from '../errors.ts';

/** What an import reads, once and from its start to its end. */
export interface Input {
  /** For messages. */
  name: string;
  /** The file, if SQLite can open it: it is neither compressed nor standard input. */
  path: string | null;
  /** Its first bytes, unpacked; all of them when it is shorter. */
  head: Uint8Array;
  isWhole: boolean;
  /** Bytes of the file, packed; 0 when nobody knows. */
  size: number;
  /** Of these, the ones read so far. */
  bytesRead: () => number;
  /** All bytes, unpacked, including the head. */
  chunks: () => AsyncGenerator<Uint8Array, void>;
  close: () => Promise<void>;
}

export type Stdin = () => AsyncIterable<Uint8Array> | null;

/** Some thousand records. */
const CHUNK_BYTES = 1024 * 1024;

const HEAD_BYTES = 64 * 1024;

/**
 * Opens a file, or standard input for `-`, and unpacks gzip while it is read. No part is read twice, and no more
 * than a few chunks are held, however much a few packed bytes unpack to.
 *
 * @throws ImportError when it cannot be read; its chunks do too.
 */
export async function openInput(path: string, { stdin }: { stdin: Stdin }): Promise<Input> {
  const raw = path === '-' ? ofStdin(stdin) : ofFile(path);
  const packed = await peek(countingFrom(raw), 2);
  const isPacked = isGzip(packed.head);
  const unpacked = isPacked ? boundedBy(raw, unpack(packed.chunks)) : packed.chunks;
  const guarded = guard(unpacked, { name: raw.name, isPacked });
  const { head, isWhole, chunks } = await peek(guarded, HEAD_BYTES);
  if (isPacked && isGzip(head)) {
    throw new ImportError(`${raw.name} is compressed twice. Unpack it first: gunzip ${raw.name}`);
  }
  return {
    name: raw.name,
    path: isPacked || path === '-' ? null : path,
    head,
    isWhole,
    size: raw.size,
    bytesRead: () => raw.read,
    chunks: () => chunks,
    close: async () => {
      await chunks.return(undefined);
      // A generator that nobody has started does not pass it on.
      await guarded.return(undefined);
    },
  };
}

interface Raw {
  name: string;
  size: number;
  read: number;
  bytes: AsyncIterable<Uint8Array>;
}

function ofStdin(stdin: Stdin): Raw {
  const bytes = stdin();
  if (bytes !== null) return { name: 'standard input', size: 0, read: 0, bytes };
  throw new ImportError(
    'Standard input is a terminal. Send a file to it: clarity-keep import - < FILE',
  );
}

function ofFile(path: string): Raw {
  let stat;
  try {
    stat = statSync(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
  if (stat.isDirectory()) throw new ImportError(`${path} is a folder. Choose a file in it.`);
  // Opening a pipe waits for its other end, and some devices have no end.
  if (!stat.isFile()) {
    throw new ImportError(
      `${path} is a pipe or a device. Send it to standard input: clarity-keep import - < ${path}`,
    );
  }
  return {
    name: path,
    size: stat.size,
    read: 0,
    bytes: createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Uint8Array>,
  };
}

async function* countingFrom(raw: Raw): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of raw.bytes) {
    raw.read += chunk.length;
    yield chunk;
  }
}

function unpack(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES / 4 });
  // An error of the source ends the stream with it, so the reader gets it.
  pipeline(Readable.from(chunks, { highWaterMark: 1 }), gunzip, () => undefined);
  return gunzip as AsyncIterable<Uint8Array>;
}

/** JSON and CSV become five to fifty times smaller; only what was made to be a bomb becomes a thousand times. */
const MOST_TIMES = 100;
const HARMLESS_BYTES = 64 * 2 ** 20;

/** Memory is bounded anyway; this keeps a megabyte from taking hours. */
async function* boundedBy(
  raw: Raw,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  let unpacked = 0;
  for await (const chunk of chunks) {
    unpacked += chunk.length;
    if (unpacked > HARMLESS_BYTES && unpacked > raw.read * MOST_TIMES) {
      throw new ImportError(
        `${raw.name} unpacks to more than ${MOST_TIMES} times its size, which no data does. Nothing was imported.`,
      );
    }
    yield chunk;
  }
}

/** Turns errors of the file system and of gzip into messages about this input. */
async function* guard(
  chunks: AsyncIterable<Uint8Array>,
  { name, isPacked }: { name: string; isPacked: boolean },
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* chunks;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const isOfGzip = isPacked && error instanceof Error && 'errno' in error && isZlib(error);
    throw isOfGzip
      ? new ImportError(
          `${name} is damaged or incomplete gzip: ${error.message}. Nothing was imported.`,
          { cause: error },
        )
      : cannotRead(name, error);
  }
}

function isZlib(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('Z_');
}

/** Turns an error of the file system into an ImportError. */
function cannotRead(name: string, error: unknown): ImportError {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return new ImportError(`${name} does not exist.`, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new ImportError(`Cannot read ${name}: ${reason}`, { cause: error });
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

/** The first bytes of a stream, and a stream that begins with them again. */
async function peek(
  chunks: AsyncGenerator<Uint8Array, void>,
  bytes: number,
): Promise<{ head: Uint8Array; isWhole: boolean; chunks: AsyncGenerator<Uint8Array, void> }> {
  const held: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  while (size < bytes && !isWhole) {
    const next = await chunks.next();
    if (next.done === true) isWhole = true;
    else {
      held.push(next.value);
      size += next.value.length;
    }
  }
  const head = Buffer.concat(held).subarray(0, bytes);
  return { head, isWhole: isWhole && size <= bytes, chunks: after(held, chunks) };
}

async function* after(
  held: Uint8Array[],
  chunks: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  try {
    for (let chunk = held.shift(); chunk !== undefined; chunk = held.shift()) yield chunk;
    yield* chunks;
  } finally {
    await chunks.return(undefined);
  }
}
