import type { NumOfDays } from '@clarity-keep/core';
import { readBounded, TooLargeError } from '@clarity-keep/core';
import { ClarityError, tooLarge } from './errors.ts';
import { errorOfStatus } from './status-error.ts';

/** Where Clarity answers. Source: official page. */
export const CLARITY_API_URL = 'https://www.clarity.ms/export-data/api/v1/project-live-insights';

/** The part of `fetch` that a call needs. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface RequestAnswerOptions {
  fetch: Fetch;
  apiUrl: string;
  token: string;
  projectId: string;
  numOfDays: NumOfDays;
  /** Wire names, at most three, e.g. `URL`, `Device`. */
  dimensions: readonly string[];
  timeoutMs: number;
  /** Bytes of the unpacked body, beyond which it is not read on; 64 MB unless given. */
  maxBytes?: number | undefined;
}

/** Three times what nine metrics of 1,000 rows with addresses of 2,000 characters have. */
export const DEFAULT_MAX_ANSWER_MB = 64;

/**
 * Makes one call and returns the bytes of its answer. Nothing is retried here: calls are few, and
 * whether another one is worth it is not for the transport to say.
 *
 * @throws ClarityError for every status but 200, no answer in time, and a body that broke off or is too large.
 */
export async function requestAnswer(options: RequestAnswerOptions): Promise<Buffer> {
  const url = requestUrl(options);
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await options.fetch(url, {
      headers: { authorization: `Bearer ${options.token.trim()}`, accept: 'application/json' },
      // A redirect would be a first; the token must not follow one.
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

/** What comes is counted unpacked: a few bytes of gzip can be gigabytes. */
async function readBody({ body }: Response, maxBytes: number): Promise<Buffer> {
  if (body === null) return Buffer.alloc(0);
  try {
    return Buffer.from((await readBounded(body, maxBytes)).buffer);
  } catch (error) {
    throw error instanceof TooLargeError ? tooLarge(maxBytes, error) : error;
  }
}

const ERROR_BODY_BYTES = 64 * 1024;

/** The start of what came with an error, or null when nothing did; that it broke off changes nothing. */
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
    // The status has said what matters.
  }
  return size === 0 ? null : Buffer.concat(chunks).subarray(0, ERROR_BODY_BYTES);
}

function requestUrl({ apiUrl, projectId, numOfDays, dimensions }: RequestAnswerOptions): URL {
  const url = new URL(apiUrl);
  // Clarity takes the project from the token; proxies of the session-record format want to be told.
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
      `${host} did not finish its answer within ${timeoutMs} ms. Nothing was stored; run again later, or raise CLARITY_TIMEOUT_MS.`,
      { cause: error },
    );
  }
  const reason = reasonOf(error);
  if (isBeforeRequest(reason)) {
    return new ClarityError(
      'unreachable',
      `There is no connection to ${host} (${reason}). Nothing was asked and no call is spent; check the network and run again.`,
      { cause: error },
    );
  }
  return new ClarityError(
    'broken-off',
    `The connection to ${host} broke (${reason}). Nothing was stored; check the network and run again.`,
    { cause: error },
  );
}

/** Failures before the first byte of a request could be sent. In doubt, a call counts as spent. */
function isBeforeRequest(reason: string): boolean {
  return (
    [
      'ENOTFOUND',
      'EAI_AGAIN',
      'ECONNREFUSED',
      'EHOSTUNREACH',
      'ENETUNREACH',
      'EADDRNOTAVAIL',
      // Fetch's own refusal of ports that are for other protocols.
      'bad port',
      'UND_ERR_CONNECT_TIMEOUT',
    ].includes(reason) || /CERT|^ERR_TLS|^ERR_SSL/.test(reason)
  );
}

/** `fetch` hides the reason in its cause: a system code, or a sentence. */
function reasonOf(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  if (!(innermost instanceof Error)) return String(innermost);
  const code: unknown = Reflect.get(innermost, 'code');
  return typeof code === 'string' ? code : innermost.message;
}
