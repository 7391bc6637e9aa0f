/**
 * Text in which `mark` stands for each of the secrets, in upper or lower case. A secret of less than
 * four characters counts only as a word, or it would strike out half the alphabet.
 */
export function withoutSecrets(text: string, secrets: readonly string[], mark: string): string {
  return secrets
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(occurrencesOf(secret), () => mark), text);
}

function occurrencesOf(secret: string): RegExp {
  // `RegExp.escape` is not in Node 22.
  const escaped = secret.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return secret.length < 4
    ? new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'giu')
    : new RegExp(escaped, 'gi');
}
