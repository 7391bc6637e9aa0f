/** The file to import cannot be used. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
