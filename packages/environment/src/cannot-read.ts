import { ConfigurationError } from './configuration-error.ts';

/** A settings file exists and cannot be read: which one, why, and what to do. */
export function cannotRead(path: string, error: unknown): ConfigurationError {
  return new ConfigurationError(`Cannot read ${path}: ${reasonOf(error)}`, { cause: error });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `${String(error)}.`;
  switch (Reflect.get(error, 'code')) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied. Make it readable for the user who runs Clarity Keep (chown), or run as its owner.';
    case 'EISDIR':
      return 'it is a folder. Replace it with a file; Docker creates a folder when a mounted file does not exist.';
    default:
      return `${error.message}.`;
  }
}
