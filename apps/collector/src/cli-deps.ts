import type { ExitCode, Output, Prompts } from '@clarity-keep/command-line';
import type { Fetch } from '@clarity-keep/clarity';

/** Everything a command needs from outside. */
export interface CliDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Record<string, string | undefined>;
  cwd: string;
  now: () => Date;
  fetch: Fetch;
  /** Waits for a number of milliseconds, or until the signal is aborted. */
  sleep: (ms: number, stop?: AbortSignal) => Promise<void>;
  /** A number from 0 to 1, to spread work over time. */
  random: () => number;
  stdout: Output;
  stderr: Output;
  /** The Node and the file that this program was started with. */
  program: { node: string; script: string };
  /**
   * Starts listening for signals that end the process. The first aborts the returned signal and lets the process
   * finish; a second one, or the number of milliseconds, ends it at once.
   */
  stopSignal: (withinMs: number) => AbortSignal;
  /** Aborted when a command should start nothing new; only set when the daemon runs it. */
  stop?: AbortSignal;
  /** Makes the process use less memory from now on, and a little more time. */
  preferMemory?: () => void;
  /** Called with each project's exit code; `collect` itself exits with the worst of them. */
  onCollected?: (exitCode: ExitCode, callsFreeAt: Date | null) => void;
  /** Asks the person at the terminal; null without one. */
  openPrompts: () => Promise<Prompts | null>;
  /** The whole standard input; null when that is a terminal. */
  readStdin: () => Promise<string | null>;
  /** The same, bit by bit. */
  streamStdin: () => AsyncIterable<Uint8Array> | null;
}
