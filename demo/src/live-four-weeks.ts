import { runCli } from '@clarity-keep/collector';
import type { CliDeps } from '@clarity-keep/collector';
import type { Simulator } from '@clarity-keep/simulator';
import type { Narrator } from './narrator.ts';

const DAY_MS = 86_400_000;
const DAYS = 28;

/**
 * When Clarity is down, in days before the last: two days can be healed, of five the first are lost.
 * Those are before the two weeks that the report compares, whatever weekday it is today.
 */
const OUTAGES = [
  { first: 26, last: 22 },
  { first: 13, last: 12 },
];

/**
 * Runs `clarity-keep collect` once a day for four weeks of simulated time, the last one at `today`.
 * Clarity is down twice: what is healed, and what is lost, is what the demo's answers are honest about.
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
    const outage = OUTAGES.find(({ first, last }) => daysAgo <= first && daysAgo >= last);
    const repair =
      outage === undefined ? null : simulator.fault({ type: 'status', status: 500 }, 'always');
    const asked = simulator.requests.length;
    const exitCode = await runCli(['collect'], { ...deps, stdout: silent, stderr: silent });
    repair?.();
    progress.step(
      remark({
        daysAgo,
        day: dayOf(clock.now),
        exitCode,
        calls: simulator.requests.length - asked,
      }),
    );
    if (exitCode !== (outage === undefined ? 0 : 5)) {
      throw new Error(`Collecting on ${dayOf(clock.now)} ended with exit code ${exitCode}.`);
    }
  }
  progress.stop();
}

/** What happens at the ends of an outage. */
function remark({
  daysAgo,
  day,
  exitCode,
  calls,
}: {
  daysAgo: number;
  day: string;
  exitCode: number;
  calls: number;
}): string | null {
  for (const { first, last } of OUTAGES) {
    const days = first - last + 1;
    if (daysAgo === first) {
      return `  ${day}: Clarity is down for ${days} days; collect ends with exit code ${exitCode}`;
    }
    if (daysAgo === last - 1) {
      return `  ${day}: it is back, and collect heals what Clarity still has, in ${calls} calls`;
    }
  }
  return null;
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
