/** The part of `fetch` that a post needs. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface Post {
  url: URL;
  contentType: string;
  body: string;
  timeoutMs: number;
}

/**
 * Posts text. Never throws: returns why it did not arrive, or null when it did. The reason says nothing
 * of the URL, whose path is a secret.
 */
export async function post(
  fetch: Fetch,
  { url, contentType, body, timeoutMs }: Post,
): Promise<string | null> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
      // What is posted is for this address alone.
      redirect: 'manual',
      signal,
    });
    await response.body?.cancel();
    return response.ok ? null : `HTTP ${response.status}`;
  } catch (error) {
    return signal.aborted ? `no answer within ${timeoutMs / 1000} s` : connectionProblem(error);
  }
}

/** A system code such as ECONNREFUSED. `fetch` hides it in its cause, and its messages may hold the URL. */
export function connectionProblem(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause;
  const code: unknown = innermost instanceof Error ? Reflect.get(innermost, 'code') : undefined;
  return typeof code === 'string' ? code : 'the connection failed';
}
