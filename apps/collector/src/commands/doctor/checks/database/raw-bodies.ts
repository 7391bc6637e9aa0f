import type { CheckedBodies } from '@clarity-keep/db';
import { checkBodies } from '@clarity-keep/db';
import { countText } from '../../../../terminal/numbers.ts';
import type { ProgressBar } from '../../../../terminal/progress-bar.ts';
import type { Check } from '../../check.ts';
import { askable } from '../../database-subject.ts';
import { someOf } from '../../some-of.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, problem, skipped } from '../../verdict.ts';

/** Whether every raw body is still what Clarity sent. */
export function rawBodiesVerdict({ checked, damaged }: CheckedBodies): Verdict {
  if (damaged.length === 0) {
    return ok(`All ${countText(checked)} raw responses match their hash.`);
  }
  const list = someOf(damaged.map(({ callId, why }) => `${callId} ${why}`));
  return problem(
    `${countText(damaged.length)} of ${countText(checked)} raw responses are damaged, by call: ${list}.`,
    'What was parsed from them stays, but cannot be rebuilt. An older backup may still have them.',
  );
}

/** With a progress bar, because a year of responses takes a while. */
export function rawBodiesCheck(progress: ProgressBar): Check {
  return {
    name: 'raw-bodies',
    run: async ({ database }) => {
      const asked = askable(database);
      if ('why' in asked) return skipped(asked.why);
      try {
        return rawBodiesVerdict(await checkBodies(asked.db, progress.update));
      } finally {
        progress.stop();
      }
    },
  };
}
