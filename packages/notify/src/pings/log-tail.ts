import { stripVTControlCharacters } from 'node:util';
import { withoutSecrets } from '@clarity-keep/core';

/** Where a job writes its messages: a stream of the process, or what a test looks at. */
export interface LogStream {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** Bytes of a ping's body; a self-hosted Healthchecks keeps no more unless told to. */
const MAX_BYTES = 10_000;

/** Characters held: enough that what is struck out of them leaves a tail. */
const MAX_HELD = 100_000;

export interface LogTail {
  add(text: string): void;
  /** The last 10 kB, without secrets. */
  text(): string;
}

/** Remembers the end of what a job says. */
export function startLogTail(secrets: readonly string[]): LogTail {
  let held = '';
  const cleaned = () => withoutSecrets(held, secrets, '[secret]');
  return {
    add(text) {
      held += stripVTControlCharacters(text);
      // Secrets go before the cut, so that none is cut in two and passes in part.
      if (held.length > 2 * MAX_HELD) held = cleaned().slice(-MAX_HELD);
    },
    text: () => lastBytes(cleaned(), MAX_BYTES),
  };
}

/** A stream that passes on what is written and adds it to the tail. */
export function teeTo(stream: LogStream, tail: LogTail): LogStream {
  return {
    isTTY: stream.isTTY,
    columns: stream.columns,
    write(text) {
      tail.add(text);
      return stream.write(text);
    },
  };
}

function lastBytes(text: string, count: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= count) return text;
  // A character that the cut went through would begin the tail as U+FFFD.
  return bytes
    .subarray(-count)
    .toString()
    .replace(/^\u{FFFD}+/u, '');
}
