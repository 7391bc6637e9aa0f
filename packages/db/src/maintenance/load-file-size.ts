import type { Database } from '../file/open-database.ts';

export interface FileSize {
  bytes: number;
  /** Room in the file that nothing uses; new answers fill it. */
  freeBytes: number;
}

/** How large the database is, once all that was written is in its file. */
export function loadFileSize({ sql }: Pick<Database, 'sql'>): FileSize {
  const number = (pragma: string): number => Number(sql.pragma(pragma, { simple: true }));
  const pageSize = number('page_size');
  return {
    bytes: number('page_count') * pageSize,
    freeBytes: number('freelist_count') * pageSize,
  };
}
