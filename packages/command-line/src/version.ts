/** The version of all programs, which are released together. */
export const version = '0.1.0';
