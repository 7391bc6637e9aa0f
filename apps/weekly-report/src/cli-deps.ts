import type { Prompts } from '@clarity-keep/command-line';
import type { SendingDeps } from '@clarity-keep/reporting';

/** Everything a command needs from outside. */
export interface CliDeps extends SendingDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Record<string, string | undefined>;
  cwd: string;
  /** Shows a file in the browser; fails without one. */
  openFile: (path: string) => Promise<void>;
  /** Asks the person at the terminal; null without one. */
  openPrompts: () => Promise<Pick<Prompts, 'confirm' | 'select'> | null>;
}
