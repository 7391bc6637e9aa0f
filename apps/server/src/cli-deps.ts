import type { Output } from '@clarity-keep/command-line';
import type { Variables } from '@clarity-keep/environment';

/** What the program is given of the outside world. */
export interface CliDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Variables;
  cwd: string;
  now: () => Date;
  randomBytes: (size: number) => Uint8Array;
  stdout: Output;
  stderr: Output;
  /** Aborted when the server shall stop. */
  stop: AbortSignal;
}
