import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { cannotRead } from '../cannot-read.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The variables of the process, and those of `.env` in the working directory that the process does not set.
 *
 * @throws ConfigurationError when `.env` exists and cannot be read.
 */
export function readVariables(cwd: string, processVariables: Variables): Variables {
  return { ...readDotEnv(join(cwd, '.env')), ...processVariables };
}

function readDotEnv(path: string): Variables {
  try {
    return parseEnv(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return {};
    throw cannotRead(path, error);
  }
}
