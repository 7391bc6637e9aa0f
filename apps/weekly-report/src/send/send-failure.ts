import { safeMessage } from './safe-message.ts';

/** Why a mail did not go out, without any address or password. */
export interface SendFailure {
  /**
   * refused: by the server, this mail. login: the server does not let us in. unreachable: nothing was
   * handed over. unknown: the connection broke when the mail may have been taken.
   */
  type: 'refused' | 'login' | 'unreachable' | 'unknown';
  message: string;
}

/**
 * The failure behind an error of nodemailer's. `secrets` are struck out of its text; `hasBegun` tells
 * that the server was given some of the mail.
 */
export function sendFailureOf(
  error: unknown,
  { hasBegun, secrets }: { hasBegun: boolean; secrets: readonly string[] },
): SendFailure {
  return { type: failureType(error, hasBegun), message: safeMessage(error, secrets) };
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
