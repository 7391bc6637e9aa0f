import { displayText } from '@clarity-keep/core';

/** Why a mail did not go out, without any address or password. */
export interface SendFailure {
  /**
   * refused: by the server, this mail. login: the server does not let us in. unreachable: nothing was
   * handed over. unknown: the connection broke when the mail may have been taken.
   */
  type: 'refused' | 'login' | 'unreachable' | 'unknown';
  message: string;
}

const MAX_LENGTH = 300;
const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g;

/**
 * The failure behind an error of nodemailer's. `secrets` are struck out of its text; `hasBegun` tells
 * that the server was given some of the mail.
 */
export function sendFailureOf(
  error: unknown,
  { hasBegun, secrets }: { hasBegun: boolean; secrets: readonly string[] },
): SendFailure {
  const text = error instanceof Error ? error.message : String(error);
  const withoutSecrets = secrets
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(wordsOf(secret), '…'), text);
  const message = displayText(withoutSecrets.replaceAll(ADDRESS, '(address)')).slice(0, MAX_LENGTH);
  return { type: failureType(error, hasBegun), message };
}

function failureType(error: unknown, hasBegun: boolean): SendFailure['type'] {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const reply = field('responseCode');
  // 4xx is "not now": the login may be right.
  if (field('code') === 'EAUTH' && !(Number(reply) < 500)) return 'login';
  // A reply with a number is an answer, and not to a mail that was taken.
  if (typeof reply === 'number') return 'refused';
  return hasBegun ? 'unknown' : 'unreachable';
}

/** Exactly this text; a short one only as a word, or it would strike out half the alphabet. */
function wordsOf(secret: string): RegExp {
  // `RegExp.escape` is not in Node 22.
  const escaped = secret.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return secret.length < 4
    ? new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'giu')
    : new RegExp(escaped, 'gi');
}
