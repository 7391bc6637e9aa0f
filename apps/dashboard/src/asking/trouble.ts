/**
 * Why there is no answer. key: the server wants a key, or another one. unreachable: nothing came back.
 * refused: somebody says why, the server or the client before it asks.
 */
export type Trouble =
  | { kind: 'key' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; message: string; canRetry: boolean };

const UNAUTHORISED = 401;
const FORBIDDEN = 403;
const FIRST_SERVER_FAULT = 500;
const TOO_MANY = 429;

/** What went wrong with a question, from whatever the client threw. */
export function troubleOf(error: unknown): Trouble {
  const status = statusOf(error);
  if (status === UNAUTHORISED) return { kind: 'key' };
  // What fetch throws when there is nobody to answer.
  if (status === null && partOf(error, 'cause') instanceof TypeError) {
    return { kind: 'unreachable' };
  }
  return {
    kind: 'refused',
    message: error instanceof Error ? error.message : String(error),
    canRetry: status !== null && (status >= FIRST_SERVER_FAULT || status === TOO_MANY),
  };
}

/** Whether a key would help: the server says so, or answers nobody who comes from outside without one. */
export function isKeyWanted(error: unknown, { hasKey }: { hasKey: boolean }): boolean {
  const status = statusOf(error);
  return status === UNAUTHORISED || (status === FORBIDDEN && !hasKey);
}

/** The HTTP status that an error of the tRPC client carries; null when there was no answer. */
function statusOf(error: unknown): number | null {
  const response = partOf(partOf(error, 'meta'), 'response');
  const status = partOf(partOf(error, 'data'), 'httpStatus') ?? partOf(response, 'status');
  return typeof status === 'number' ? status : null;
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
