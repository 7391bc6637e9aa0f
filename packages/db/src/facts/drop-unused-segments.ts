import type { Database } from '../file/open-database.ts';

const UNUSED = `DELETE FROM segments WHERE
  NOT EXISTS (SELECT 1 FROM temp.used_segments u WHERE u.id = segments.id)`;

/**
 * Deletes the segments that no fact and no session uses any more, so that what URL rules removed from pages,
 * such as ids of people, does not stay behind. Call it inside `writeInBulk`: with foreign keys checked row by
 * row, every deleted segment would scan all facts and sessions.
 */
export function dropUnusedSegments({ sql }: Database): void {
  sql.exec(`DROP TABLE IF EXISTS temp.used_segments;
    CREATE TEMP TABLE used_segments (id INTEGER PRIMARY KEY);
    INSERT OR IGNORE INTO temp.used_segments SELECT segment_id FROM day_facts;
    ${['page', 'device', 'page_device', 'referrer']
      .map(
        (segment) =>
          `INSERT OR IGNORE INTO temp.used_segments SELECT ${segment}_segment_id FROM sessions;`,
      )
      .join('\n')}`);
  sql.prepare(UNUSED).run();
  sql.exec('DROP TABLE temp.used_segments');
}
