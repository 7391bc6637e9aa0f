import type { Output, Prompts } from '@clarity-keep/command-line';
import type { Fetch } from '@clarity-keep/notify';
import type { MailTransport, SmtpSettings } from '@clarity-keep/mail';

/** Everything a command needs of the outside. */
export interface CliDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Record<string, string | undefined>;
  cwd: string;
  now: () => Date;
  /** For the pings of a job, and for words by a model. */
  fetch: Fetch;
  /** Waits so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  openTransport: (settings: SmtpSettings) => Promise<MailTransport>;
  /** Shows a file in the browser; fails where there is none. */
  openFile: (path: string) => Promise<void>;
  /** Questions to whoever sits at the terminal; null when nobody does. */
  openPrompts: () => Promise<Pick<Prompts, 'confirm' | 'select'> | null>;
  stdout: Output;
  stderr: Output;
}
