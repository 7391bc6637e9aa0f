/** The version of all programs, which are released together. */
export const version = '0.1.0';

/** The UTC day of that version: no clock that is right shows an earlier one. */
export const releasedOn = '2026-11-24';
