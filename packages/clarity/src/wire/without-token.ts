/** Shorter than any token of Clarity; a shorter text could be part of the data. */
const SHORTEST_TOKEN = 8;

/** A proxy may echo the token, and messages quote the body: only the raw body may still hold it. */
export function withoutToken(text: string, token: string | undefined): string {
  if (token === undefined || token.length < SHORTEST_TOKEN) return text;
  return text.replaceAll(token, '[token]');
}
