/** Shorter than any of Clarity's tokens; a shorter text could be part of the data. */
const SHORTEST_TOKEN = 8;

/** Any token: the current one, a replaced one, or one that a visitor's URL contains. */
const JSON_WEB_TOKEN = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g;

/** Replaces tokens in a text. A proxy may echo the token, and messages quote the body. */
export function withoutToken(text: string, token: string | undefined): string {
  const withoutIt =
    token === undefined || token.length < SHORTEST_TOKEN ? text : text.replaceAll(token, '[token]');
  return withoutIt.replaceAll(JSON_WEB_TOKEN, '[token]');
}
