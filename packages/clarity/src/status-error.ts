import { ClarityError } from './errors.ts';

/**
 * The error for a status other than 200: what it means and what to do. Error bodies are empty or
 * undocumented, so the status alone decides. Source: official page and first-hand reports.
 */
export function errorOfStatus(
  status: number,
  { apiUrl, body = null }: { apiUrl: string; body?: Buffer | null },
): ClarityError {
  if (status === 401 || status === 403) {
    return new ClarityError(
      'token-refused',
      `Clarity refused the token (HTTP ${status}). Make a new one in Clarity under Settings > Data Export ` +
        'and put it in place of the old one, without spaces or quotes.',
      { status, body },
    );
  }
  if (status === 429) {
    return new ClarityError(
      'quota-spent',
      'Clarity says that the calls of this project are used up (HTTP 429). It answers ten in any 24 hours; ' +
        "those of other programs on the same project count too. Refused calls don't.",
      { status, body },
    );
  }
  if (status >= 500) {
    return new ClarityError(
      'unavailable',
      `Clarity failed (HTTP ${status}). Outages can last from hours to days. Run again later: within three days, nothing is lost.`,
      { status, body },
    );
  }
  return new ClarityError(
    'request-refused',
    `Clarity did not accept the request (HTTP ${status}). Check CLARITY_API_URL, now ${withoutCredentials(apiUrl)}. ` +
      'If it is right, the API has changed: update Clarity Keep.',
    { status, body },
  );
}

function withoutCredentials(apiUrl: string): string {
  const { origin, pathname } = new URL(apiUrl);
  return `${origin}${pathname}`;
}
