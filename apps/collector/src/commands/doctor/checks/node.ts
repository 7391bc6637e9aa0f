import type { Check } from '../check.ts';
import type { Verdict } from '../verdict.ts';
import { ok, problem } from '../verdict.ts';

const LEAST_MAJOR = 22;
const LEAST_MINOR = 18;

/** Whether this version of Node can run Clarity Keep. */
export function nodeVerdict(version: string): Verdict {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST_MAJOR || (major === LEAST_MAJOR && minor >= LEAST_MINOR)) {
    return ok(`Node ${version}.`);
  }
  return problem(
    `Node ${version} is too old.`,
    `Install Node ${LEAST_MAJOR}.${LEAST_MINOR} or later, ideally the current LTS version.`,
  );
}

export const nodeCheck: Check = {
  name: 'node',
  run: ({ machine }) => nodeVerdict(machine.nodeVersion),
};
