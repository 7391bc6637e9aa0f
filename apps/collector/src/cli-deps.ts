import type { Fetch } from '@clarity-keep/clarity';

/** Where text goes; a stream of the process, or what a test looks at. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** Everything a command needs of the outside. */
export interface CliDeps {
  /** The variables of the process; `.env` is read from `cwd`. */
  variables: Record<string, string | undefined>;
  cwd: string;
  now: () => Date;
  fetch: Fetch;
  stdout: Output;
  stderr: Output;
}
