import type { Line } from '@clarity-keep/core';
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/server';
import { parseJSONRPCMessage, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { problemOfParams } from './problem-of-params.ts';

/** Bytes of one message. The longest question is far shorter. */
export const LONGEST_MESSAGE = 1024 * 1024;

type ReadLine = { message: JSONRPCMessage } | { refusal: JSONRPCMessage };

/**
 * The message on a line, or the error to answer when the line is invalid or asks for something unknown; null for an
 * empty line. What passes here the SDK understands.
 */
export function messageOf(line: Line): ReadLine | null {
  if ('ends' in line) {
    return refused(`A message must not be longer than ${LONGEST_MESSAGE} bytes.`, {
      id: idAtAnEnd(textOf(line.ends)),
    });
  }
  const text = textOf(line.bytes);
  if (text.trim() === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('Each line must be one JSON message.', { code: ProtocolErrorCode.ParseError });
  }
  const id = idOf(value);
  const problem = problemOfEnvelope(value);
  if (problem !== null) return refused(problem, { id });
  const wrong = problemOfParams(value);
  if (wrong !== null) return refused(wrong, { code: ProtocolErrorCode.InvalidParams, id });
  try {
    return { message: parseJSONRPCMessage(value) };
  } catch {
    return refused('This is not a JSON-RPC 2.0 message.', { id });
  }
}

/** Unlike a TextDecoder it keeps a byte order mark, which JSON must not begin with. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function refused(
  message: string,
  {
    code = ProtocolErrorCode.InvalidRequest,
    id,
  }: { code?: number; id?: RequestId | undefined } = {},
): ReadLine {
  return { refusal: { jsonrpc: '2.0', ...(id !== undefined && { id }), error: { code, message } } };
}

function problemOfEnvelope(value: unknown): string | null {
  if (Array.isArray(value)) return 'Send messages one by one, not as a list.';
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return idOf(value) === undefined
    ? 'id must be a string, or a whole number up to 2^53 - 1.'
    : null;
}

const ID = String.raw`"id"\s*:\s*(\d{1,15}|"[^"\\]{1,100}")`;
const VERSION = String.raw`"jsonrpc"\s*:\s*"2\.0"`;
const FIRST = new RegExp(String.raw`^\s*\{\s*(?:${VERSION}\s*,\s*)?${ID}\s*,`);
const LAST = new RegExp(String.raw`,\s*${ID}\s*(?:,\s*${VERSION}\s*)?\}\s*$`);

/**
 * The id of a message of which only the ends are known, where clients write it: first or last. Without it
 * whoever asked would wait until they give up.
 */
function idAtAnEnd(ends: string): RequestId | undefined {
  const id = (FIRST.exec(ends) ?? LAST.exec(ends))?.[1];
  return id === undefined ? undefined : (JSON.parse(id) as RequestId);
}

function idOf(value: unknown): RequestId | undefined {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : null;
  return typeof id === 'string' || Number.isSafeInteger(id) ? (id as RequestId) : undefined;
}
