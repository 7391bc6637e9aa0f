import type { ChildProcess } from 'node:child_process';
import type { ProcessOptions } from '@clarity-keep/testing';
import { aProgram } from '@clarity-keep/testing';

export { ended } from '@clarity-keep/testing';

/** Starts `clarity-keep` as a process of its own. */
export function aProcess(args: readonly string[], place: ProcessOptions): ChildProcess {
  return aProgram('collector', args, place);
}
