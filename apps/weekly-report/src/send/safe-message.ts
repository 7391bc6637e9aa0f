import { displayText } from '@clarity-keep/core';

const MAX_LENGTH = 300;
const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g;

/** What an error says, on one line, bounded, and without any address or any of the secrets. */
export function safeMessage(error: unknown, secrets: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error);
  const withoutSecrets = secrets
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(wordsOf(secret), '…'), text);
  return displayText(withoutSecrets.replaceAll(ADDRESS, '(address)')).slice(0, MAX_LENGTH);
}

/** Exactly this text; a short one only as a word, or it would strike out half the alphabet. */
function wordsOf(secret: string): RegExp {
  // `RegExp.escape` is not in Node 22.
  const escaped = secret.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return secret.length < 4
    ? new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'giu')
    : new RegExp(escaped, 'gi');
}
