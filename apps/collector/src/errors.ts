/** Something the user has to put right before anything can be done. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** The file to import cannot be used. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
