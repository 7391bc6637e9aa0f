import type { FactCounts } from '@clarity-keep/db';

/** What an import did, as `import --json` prints it. */
export interface ImportResult {
  /** Session records, or one for a saved answer. */
  read: number;
  inserted: number;
  duplicates: number;
  rejected: number;
  reasons: string[];
  facts: FactCounts;
  warnings: string[];
}
