/**
 * Minutes that a scheduled collection waits for the calls of the day before to become free: schedulers start a job
 * a few minutes early or late.
 */
export const COLLECT_WAIT_MINUTES = 15;
