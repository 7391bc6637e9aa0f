import { FIRST_DAY, LAST_DAY } from '@clarity-keep/core';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

const SQL = `SELECT s.page FROM (
    SELECT DISTINCT f.segment_id FROM day_facts f
    WHERE f.project_id = @projectId AND f.breakdown = 'page' AND f.day > (
      SELECT date(MAX(c.day), '-28 days') FROM day_coverage c
      WHERE c.project_id = @projectId AND c.breakdown = 'page' AND c.day BETWEEN '${FIRST_DAY}' AND '${LAST_DAY}')
  ) w JOIN segments s ON s.id = w.segment_id ORDER BY s.page`;

/** The pages with facts in the four weeks up to the newest day stored by page. */
export function listRecentPages(db: Database, projectId: string): string[] {
  return prepared(db, SQL).pluck().all({ projectId }) as string[];
}
