import type { ApiKey } from '@clarity-keep/db';

/** Who asks, as far as is known. */
export interface Caller {
  /** Null for a program of this machine that has shown none. */
  key: ApiKey | null;
  /** Ids of the projects it may know of; null for all. */
  allowedProjects: readonly string[] | null;
  /** Whose requests are counted together. */
  countedAs: string;
}

/** The verdict on a request: who may ask, or why not. */
export type Access =
  | { type: 'granted'; caller: Caller }
  | { type: 'refused'; code: 'UNAUTHORIZED' | 'FORBIDDEN'; message: string };
