const OF_VALUES = new Set(['SQLITE_ERROR', 'SQLITE_MISMATCH', 'SQLITE_TOOBIG', 'SQLITE_RANGE']);

/**
 * Whether SQLite refused the values it was given, such as a sum beyond its integers. All other errors, from a
 * full disk to a lock, concern the file and not the values.
 */
export function refusesValues(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String(Reflect.get(error, 'code'));
  return OF_VALUES.has(code) || code.startsWith('SQLITE_CONSTRAINT');
}
