import type { Output, Prompts } from '@clarity-keep/command-line';
import type { Fetch } from '@clarity-keep/notify';
import type { MailTransport } from './send/mail-transport.ts';
import type { SmtpSettings } from './send/smtp-settings.ts';

/** Everything a command needs of the outside. */
export interface CliDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Record<string, string | undefined>;
  cwd: string;
  now: () => Date;
  /** For the pings of a job. */
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
