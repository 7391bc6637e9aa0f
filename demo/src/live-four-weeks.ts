import { runCli } from '@clarity-keep/collector';
import type { CliDeps } from '@clarity-keep/collector';
import type { Simulator } from '@clarity-keep/simulator';
import type { Narrator } from './narrator.ts';

const DAY_MS = 86_400_000;
const DAYS = 28;

/** Days before the last on which Clarity is down, and nobody is there to run it again. */
const OUTAGE_DAYS_AGO = 17;

/**
 * Runs `clarity-keep collect` once a day for four weeks of simulated time, the last one at `today`.
 * On one day Clarity is down: the gap is what the demo's answers are honest about.
 */
export async function liveFourWeeks({
  simulator,
  clock,
  today,
  deps,
  narrator,
}: {
  simulator: Simulator;
  clock: { now: Date };
  today: Date;
  deps: CliDeps;
  narrator: Narrator;
}): Promise<void> {
  const progress = narrator.progress('Collecting', DAYS);
  const silent = { write: () => true };
  for (let daysAgo = DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
    clock.now = new Date(today.getTime() - daysAgo * DAY_MS);
    const isDown = daysAgo === OUTAGE_DAYS_AGO;
    const repair = isDown ? simulator.fault({ type: 'status', status: 500 }, 'always') : null;
    const exitCode = await runCli(['collect'], { ...deps, stdout: silent, stderr: silent });
    repair?.();
    progress.step(
      isDown
        ? `  ${dayOf(clock.now)}: Clarity failed, clarity-keep collect ended with exit code ${exitCode}`
        : null,
    );
    if (exitCode !== (isDown ? 5 : 0)) {
      throw new Error(`Collecting on ${dayOf(clock.now)} ended with exit code ${exitCode}.`);
    }
  }
  progress.stop();
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
