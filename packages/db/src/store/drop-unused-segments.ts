import type { Database } from '../open-database.ts';

const UNUSED = `DELETE FROM segments WHERE
  NOT EXISTS (SELECT 1 FROM temp.used_segments u WHERE u.id = segments.id)`;

/**
 * Forgets the segments that no fact and no session is of any longer: what rules took out of the pages,
 * such as ids of people, shall not stay behind. Call it inside a write transaction.
 */
export function dropUnusedSegments({ sql }: Database): number {
  sql.exec(`DROP TABLE IF EXISTS temp.used_segments;
    CREATE TEMP TABLE used_segments (id INTEGER PRIMARY KEY);
    INSERT OR IGNORE INTO temp.used_segments SELECT segment_id FROM day_facts;
    ${['page', 'device', 'page_device', 'referrer']
      .map(
        (segment) =>
          `INSERT OR IGNORE INTO temp.used_segments SELECT ${segment}_segment_id FROM sessions;`,
      )
      .join('\n')}`);
  // No fact and no session refers to what goes: checking that row by row would scan them for each.
  const { changes } = sql.prepare(UNUSED).run();
  sql.exec('DROP TABLE temp.used_segments');
  return changes;
}
