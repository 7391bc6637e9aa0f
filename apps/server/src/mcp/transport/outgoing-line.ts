import { escapeUnseen } from '@clarity-keep/core';
import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import { ProtocolErrorCode } from '@modelcontextprotocol/server';
import { DEFECT } from '../note-defect.ts';
import { harmless } from '../answers/untrusted-data.ts';

/** How zod tells its issues, alone or after words of the SDK's. */
const ISSUES = /\[\s*\{\s*"/;

/**
 * A message as the line it is sent as. Errors are in our own words and quote nothing that cannot be
 * seen; what the SDK says of a defect may hold anything, and stays here.
 */
export function outgoingLine(message: JSONRPCMessage): string {
  const told = 'error' in message ? { ...message, error: errorInOurWords(message.error) } : message;
  return `${escapeUnseen(JSON.stringify(told))}\n`;
}

function errorInOurWords(error: { code: number; message: string; data?: unknown }): object {
  if (ISSUES.test(error.message)) {
    const { InvalidParams: code } = ProtocolErrorCode;
    return { code, message: 'Invalid parameters.' };
  }
  const internal: number = ProtocolErrorCode.InternalError;
  if (error.code === internal) {
    return { code: error.code, message: error.message.startsWith(DEFECT) ? error.message : DEFECT };
  }
  // The text of a problem has lines of its own.
  return { ...harmless(error), message: error.message.split('\n').map(harmless).join('\n') };
}
