import { ConfigurationError } from './configuration-error.ts';

/** A settings file that is there and cannot be read: which one, why, and what to do about it. */
export function cannotRead(path: string, error: unknown): ConfigurationError {
  return new ConfigurationError(`Cannot read ${path}: ${reasonOf(error)}`, { cause: error });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `${String(error)}.`;
  switch (Reflect.get(error, 'code')) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied. Give it to the user who runs Clarity Keep (chown), or run as the user it belongs to.';
    case 'EISDIR':
      return 'it is a folder. Put a file in its place; Docker makes a folder of a mounted file that is not there.';
    default:
      return `${error.message}.`;
  }
}
