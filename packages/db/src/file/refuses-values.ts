const OF_VALUES = new Set(['SQLITE_ERROR', 'SQLITE_MISMATCH', 'SQLITE_TOOBIG', 'SQLITE_RANGE']);

/**
 * Whether SQLite has refused what it was to store or to add up, such as a sum beyond its integers. Everything
 * else, from a full disk to a lock, is of the file and not of the values.
 */
export function refusesValues(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String(Reflect.get(error, 'code'));
  return OF_VALUES.has(code) || code.startsWith('SQLITE_CONSTRAINT');
}
