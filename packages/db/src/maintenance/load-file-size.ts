import type { Database } from '../file/open-database.ts';

export interface FileSize {
  bytes: number;
  /** Unused space in the file, which new data will fill. */
  freeBytes: number;
}

/** The size of the database once everything written has reached its file. */
export function loadFileSize({ sql }: Pick<Database, 'sql'>): FileSize {
  const number = (pragma: string): number => Number(sql.pragma(pragma, { simple: true }));
  const pageSize = number('page_size');
  return {
    bytes: number('page_count') * pageSize,
    freeBytes: number('freelist_count') * pageSize,
  };
}
