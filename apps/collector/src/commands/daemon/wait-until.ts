/** A sleeping machine stops timers but not the clock, so the clock is checked this often. */
const TICK_MS = 60_000;

/** By how much the clock may differ from the timer. */
const TOLERANCE_MS = 60_000;

export interface WaitDeps {
  now: () => Date;
  sleep: (ms: number, stop: AbortSignal) => Promise<void>;
  stop: AbortSignal;
}

/** The clock before and after a wait in which it jumped. */
export interface ClockJump {
  from: Date;
  to: Date;
}

/** Waits for an instant of the clock, or until stopped. Ends early when the clock jumps. */
export async function waitUntil(
  { now, sleep, stop }: WaitDeps,
  instant: Date,
): Promise<ClockJump | null> {
  while (!stop.aborted) {
    const from = now();
    const left = instant.getTime() - from.getTime();
    if (left <= 0) return null;
    const ms = Math.min(TICK_MS, left);
    await sleep(ms, stop);
    const to = now();
    const passed = to.getTime() - from.getTime();
    if (passed < -TOLERANCE_MS || passed > ms + TOLERANCE_MS) return { from, to };
  }
  return null;
}
