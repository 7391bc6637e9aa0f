import type { FactCounts } from '@clarity-keep/db';

/** Of the reasons for rejecting records, the first so many are given. */
export const REASONS_KEPT = 10;

/** What an import did, as `import --json` prints it. */
export interface ImportResult {
  /** Session records or saved responses. */
  read: number;
  inserted: number;
  duplicates: number;
  rejected: number;
  reasons: string[];
  facts: FactCounts;
  warnings: string[];
}
