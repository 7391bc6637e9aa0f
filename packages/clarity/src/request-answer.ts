import type { NumOfDays } from '@clarity-keep/core';
import { readBounded, TooLargeError } from '@clarity-keep/core';
import { ClarityError, tooLarge } from './errors.ts';
import { errorOfStatus } from './status-error.ts';

/** The URL of Clarity's API. Source: official page. */
export const CLARITY_API_URL = 'https://www.clarity.ms/export-data/api/v1/project-live-insights';

/** The part of `fetch` that a call needs. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface RequestAnswerOptions {
  fetch: Fetch;
  apiUrl: string;
  token: string;
  projectId: string;
  numOfDays: NumOfDays;
  /** Names as sent to Clarity, at most three, e.g. `URL`, `Device`. */
  dimensions: readonly string[];
  timeoutMs: number;
  /** Stop reading after this many bytes of the unpacked body; 64 MB by default. */
  maxBytes?: number | undefined;
}

/** Three times the size of nine metrics of 1,000 rows with URLs of 2,000 characters. */
export const DEFAULT_MAX_ANSWER_MB = 64;

/**
 * Makes one call and returns the bytes of the response. Never retries: calls are scarce, and whether another
 * one is worth it is for the caller to decide.
 *
 * @throws ClarityError for any status but 200, a timeout, and a body that breaks off or is too large.
 */
export async function requestAnswer(options: RequestAnswerOptions): Promise<Buffer> {
  const url = requestUrl(options);
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await options.fetch(url, {
      headers: { authorization: `Bearer ${options.token.trim()}`, accept: 'application/json' },
      // Clarity never redirects; the token must not follow if something does.
      redirect: 'manual',
      signal,
    });
    if (response.status !== 200) {
      const body = await readErrorBody(response);
      throw errorOfStatus(response.status, { apiUrl: options.apiUrl, body });
    }
    return await readBody(response, options.maxBytes ?? DEFAULT_MAX_ANSWER_MB * 2 ** 20);
  } catch (error) {
    if (error instanceof ClarityError) throw error;
    throw transportError(error, { timedOut: signal.aborted, ...options });
  }
}

/** Counts bytes after unpacking: a few bytes of gzip can be gigabytes. */
async function readBody({ body }: Response, maxBytes: number): Promise<Buffer> {
  if (body === null) return Buffer.alloc(0);
  try {
    return Buffer.from((await readBounded(body, maxBytes)).buffer);
  } catch (error) {
    throw error instanceof TooLargeError ? tooLarge(maxBytes, error) : error;
  }
}

const ERROR_BODY_BYTES = 64 * 1024;

/** The start of an error's body, or null without one. If it breaks off, what came so far counts. */
async function readErrorBody({ body }: Response): Promise<Buffer | null> {
  if (body === null) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size >= ERROR_BODY_BYTES) break;
    }
  } catch {
    // The status says what matters.
  }
  return size === 0 ? null : Buffer.concat(chunks).subarray(0, ERROR_BODY_BYTES);
}

function requestUrl({ apiUrl, projectId, numOfDays, dimensions }: RequestAnswerOptions): URL {
  const url = new URL(apiUrl);
  // Clarity takes the project from the token, but proxies of the session-record format need the parameter.
  url.searchParams.set('projectId', projectId);
  url.searchParams.set('numOfDays', String(numOfDays));
  dimensions.forEach((dimension, index) => {
    url.searchParams.set(`dimension${index + 1}`, dimension);
  });
  return url;
}

function transportError(
  error: unknown,
  { apiUrl, timeoutMs, timedOut }: { apiUrl: string; timeoutMs: number; timedOut: boolean },
): ClarityError {
  const { host } = new URL(apiUrl);
  if (timedOut) {
    return new ClarityError(
      'timeout',
      `${host} did not send a complete response within ${timeoutMs} ms. Nothing was stored. Run again later, or raise CLARITY_TIMEOUT_MS.`,
      { cause: error },
    );
  }
  const reason = reasonOf(error);
  if (isBeforeRequest(reason)) {
    return new ClarityError(
      'unreachable',
      `Cannot connect to ${host} (${reason}). No call was made, so none is used up. Check the network and run again.`,
      { cause: error },
    );
  }
  return new ClarityError(
    'broken-off',
    `The connection to ${host} broke (${reason}). Nothing was stored. Check the network and run again.`,
    { cause: error },
  );
}

/** Whether the first byte of the request was never sent. In doubt, a call counts as made. */
function isBeforeRequest(reason: string): boolean {
  return (
    [
      'ENOTFOUND',
      'EAI_AGAIN',
      'ECONNREFUSED',
      'EHOSTUNREACH',
      'ENETUNREACH',
      'EADDRNOTAVAIL',
      // Fetch itself refuses ports that belong to other protocols.
      'bad port',
      'UND_ERR_CONNECT_TIMEOUT',
    ].includes(reason) || /CERT|^ERR_TLS|^ERR_SSL/.test(reason)
  );
}

/** The reason that `fetch` hides in its cause: a system code or a sentence. */
function reasonOf(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  if (!(innermost instanceof Error)) return String(innermost);
  const code: unknown = Reflect.get(innermost, 'code');
  return typeof code === 'string' ? code : innermost.message;
}
