/**
 * The largest possible count of sessions or events: 2^40, a thousand times what the busiest sites have in a
 * year. Eight million facts that large still add up within 2^63, SQLite's integers.
 */
export const MAX_COUNT = 2 ** 40;

/** Percentages and scroll depth: 0..100. */
export const MAX_PERCENT = 100;

/** Mean seconds of a session in a window: a day. */
export const MAX_SECONDS = 86_400;
