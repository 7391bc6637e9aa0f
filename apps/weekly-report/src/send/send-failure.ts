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

/** The failure behind an error of nodemailer's. `secrets` are struck out of its text. */
export function sendFailureOf(error: unknown, secrets: readonly string[]): SendFailure {
  const text = error instanceof Error ? error.message : String(error);
  const withoutSecrets = secrets
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(new RegExp(literally(secret), 'gi'), '…'), text);
  const message = displayText(withoutSecrets.replaceAll(ADDRESS, '(address)')).slice(0, MAX_LENGTH);
  return { type: failureType(error), message };
}

/** Codes of nodemailer that are given before a mail's end is sent. Source: its errors.js. */
const beforeTheMail = new Set([
  'EDNS',
  'ETLS',
  'EENVELOPE',
  'EREQUIRETLS',
  'EPROXY',
  'ECONFIG',
  'ENOAUTH',
]);

/** Of the system, and of nodemailer's timers, while it connects. */
const whileConnecting = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CONNECTION_TIMEOUT',
  'GREETING_TIMEOUT',
]);

function failureType(error: unknown): SendFailure['type'] {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const code = String(field('code'));
  if (code === 'EAUTH') return 'login';
  // A reply with a number is an answer about this mail.
  if (typeof field('responseCode') === 'number') return 'refused';
  const isEarly = beforeTheMail.has(code) || whileConnecting.has(String(field('originalCode')));
  return isEarly ? 'unreachable' : 'unknown';
}

/** A pattern for exactly this text. `RegExp.escape` is not in Node 22. */
function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
