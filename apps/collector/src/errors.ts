/** The command line says something that cannot be done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The file to import cannot be used. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
