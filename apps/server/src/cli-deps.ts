import type { Readable } from 'node:stream';
import type { Output } from '@clarity-keep/command-line';
import type { Variables } from '@clarity-keep/environment';

/** What the program is given of the outside world. */
export interface CliDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Variables;
  cwd: string;
  now: () => Date;
  randomBytes: (size: number) => Uint8Array;
  /** Standard input, opened by those alone who read it. */
  openStdin: () => Readable;
  stdout: Output;
  stderr: Output;
  /**
   * Begins to listen for what ends the process, which the first signal then aborts. It ends for sure so many
   * milliseconds after.
   */
  stopSignal: (withinMs: number) => AbortSignal;
  /** Ends the process in so many milliseconds with its exit code, whoever still has something to read of it. */
  exitWithin: (ms: number) => void;
}
