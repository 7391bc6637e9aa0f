/** A daily job, and two hours of delay. */
export const DEFAULT_MAX_AGE_HOURS = 26;
