import { displayText, shortenMiddle, withoutSecrets } from '@clarity-keep/core';

const MAX_LENGTH = 300;
const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g;

/** What an error says, on one line, bounded, and without any address or any of the secrets. */
export function safeMessage(error: unknown, secrets: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error);
  const told = displayText(withoutSecrets(text, secrets, '…').replaceAll(ADDRESS, '(address)'));
  return shortenMiddle(told, MAX_LENGTH);
}
