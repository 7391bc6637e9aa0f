/** A daily job, and two hours for what may delay it. */
export const DEFAULT_MAX_AGE_HOURS = 26;
