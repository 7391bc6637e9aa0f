/** What one client may take of the server. */
export interface ServerLimits {
  /** Milliseconds to send the headers, and the request as a whole. */
  headersMs: number;
  requestMs: number;
  /** Milliseconds that a connection may stand still, as of a client that does not read its answer. */
  idleMs: number;
  /** Milliseconds that a connection stays open for a next request: longer than proxies keep theirs. */
  keepAliveMs: number;
  /** Connections at once; of more, those give way that stand still. */
  connections: number;
}

export const defaultLimits: ServerLimits = {
  headersMs: 10_000,
  requestMs: 15_000,
  idleMs: 30_000,
  keepAliveMs: 72_000,
  connections: 1000,
};

/** Questions that one request may carry. */
export const MAX_BATCH_SIZE = 20;

/** Names of the procedures of a batch are one part of the path. */
export const MAX_PARAM_LENGTH = 1000;

/** Bytes of the address and the headers: questions come in the address. */
export const MAX_HEAD_BYTES = 16 * 1024;

/** Questions come in the URL; nothing needs more of a body. */
export const BODY_LIMIT = 64 * 1024;
