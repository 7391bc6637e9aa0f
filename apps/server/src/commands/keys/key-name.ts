import { UsageError } from '@clarity-keep/command-line';
import { displayText } from '@clarity-keep/core';

/** It is shown in tables and logs, on one line. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,63}$/u;

/** @throws UsageError when a text cannot be the name of a key. */
export function keyName(text: string): string {
  const name = text.trim();
  if (NAME.test(name)) return name;
  throw new UsageError(
    `Invalid --name ${JSON.stringify(displayText(text))}. ` +
      'Use up to 64 letters, digits, spaces and . _ @ + -, starting with a letter or a digit.',
  );
}
