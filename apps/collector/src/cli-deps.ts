import type { Output } from '@clarity-keep/command-line';
import type { Fetch } from '@clarity-keep/clarity';

/** Everything a command needs of the outside. */
export interface CliDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Record<string, string | undefined>;
  cwd: string;
  now: () => Date;
  fetch: Fetch;
  /** Waits so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  /** A number from 0 to 1, to spread work over time. */
  random: () => number;
  stdout: Output;
  stderr: Output;
}
