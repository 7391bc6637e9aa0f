/** What we found ourselves about a mail server; the message goes on where its name stands. */
export class MailServerError extends Error {
  override readonly name = 'MailServerError';
  readonly why: 'encryption' | 'silent';

  constructor(why: 'encryption' | 'silent', message: string) {
    super(message);
    this.why = why;
  }
}
