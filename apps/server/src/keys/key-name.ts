import { UsageError } from '@clarity-keep/command-line';
import { displayText } from '@clarity-keep/core';

/** It stands in tables and in logs, on one line. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,63}$/u;

/** @throws UsageError when a text is no name for a key. */
export function keyName(text: string): string {
  const name = text.trim();
  if (NAME.test(name)) return name;
  throw new UsageError(
    'Expected --name to be up to 64 letters, digits, spaces and . _ @ + -, beginning with a letter or a digit, ' +
      `got ${JSON.stringify(displayText(text))}.`,
  );
}
