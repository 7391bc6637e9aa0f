/** Why a mail did not go out, without any address or password. */
export interface SendFailure {
  /**
   * refused: this mail to this recipient, for good. deferred: the same, for now. login: the server does
   * not let us in. unreachable: nothing was handed over, whoever it was for. unknown: the connection
   * broke when the mail may have been taken.
   */
  type: 'refused' | 'deferred' | 'login' | 'unreachable' | 'unknown';
  message: string;
}

/** Commands whose answer is about this mail to this recipient. */
const ABOUT_THE_MAIL = new Set<unknown>(['RCPT TO', 'DATA']);

/** What an error of nodemailer's means for a mail. `hasBegun`: the server was given some of it. */
export function failureType(error: unknown, hasBegun: boolean): SendFailure['type'] {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const reply = Number(field('responseCode'));
  // 4xx is "not now": the login may be right.
  if (field('code') === 'EAUTH' && !(reply < 500)) return 'login';
  // Not an answer that says no: after the mail, only that would mean that it was not taken.
  if (!(reply >= 400 && reply < 600)) return hasBegun ? 'unknown' : 'unreachable';
  const isAboutTheMail = ABOUT_THE_MAIL.has(field('command'));
  if (isAboutTheMail && reply >= 500) return 'refused';
  return isAboutTheMail || hasBegun ? 'deferred' : 'unreachable';
}
