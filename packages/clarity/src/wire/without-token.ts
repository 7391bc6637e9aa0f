/** Shorter than any token of Clarity; a shorter text could be part of the data. */
const SHORTEST_TOKEN = 8;

/** Whatever token it is: the one of today, one that was replaced, or one that visitors carry in addresses. */
const JSON_WEB_TOKEN = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g;

/** A proxy may echo the token, and messages quote the body: only the raw body may still hold it. */
export function withoutToken(text: string, token: string | undefined): string {
  const withoutIt =
    token === undefined || token.length < SHORTEST_TOKEN ? text : text.replaceAll(token, '[token]');
  return withoutIt.replaceAll(JSON_WEB_TOKEN, '[token]');
}
