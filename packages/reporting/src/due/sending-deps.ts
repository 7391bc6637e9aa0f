import type { ExitCode, Output } from '@clarity-keep/command-line';
import type { MailTransport, SmtpSettings } from '@clarity-keep/mail';
import type { Fetch } from '@clarity-keep/notify';

/** What sending needs of the outside. */
export interface SendingDeps {
  now: () => Date;
  /** For words by a model. */
  fetch: Fetch;
  /** Waits so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  openTransport: (settings: SmtpSettings) => Promise<MailTransport>;
  /** A line for each issue that was sent. */
  stdout: Output;
  /** What needs somebody's attention. */
  stderr: Output;
}

/** Which reports to send. */
export interface SendingRequest {
  /** An ISO week; the last complete one unless given. */
  week?: string | undefined;
  /** One project; all unless given. */
  project?: string | undefined;
  /** The digest in place of the reports; undefined is what the schedule says. */
  digest?: boolean | undefined;
  /** Given to send again to everybody: called before the first mail, and throws to prevent it. */
  confirmForce?: ((issues: readonly ForcedIssue[]) => Promise<void>) | undefined;
}

/** An issue that everybody would get, whoever has got it. */
export interface ForcedIssue {
  /** A project's id, or `DIGEST_SCOPE`. */
  scope: string;
  week: string;
  recipients: readonly unknown[];
}

/** What sending came to. */
export interface Sending {
  exitCode: ExitCode;
  /** For machines. */
  answer: object;
  /** Then nothing more is tried. */
  isLoginRefused: boolean;
}
