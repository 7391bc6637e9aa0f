import type { Database } from '../file/open-database.ts';

const UNUSED = `DELETE FROM segments WHERE
  NOT EXISTS (SELECT 1 FROM temp.used_segments u WHERE u.id = segments.id)`;

/**
 * Forgets the segments that no fact and no session is of any longer: what rules took out of the pages,
 * such as ids of people, shall not stay behind. Call it inside `writeInBulk`: were references checked row
 * by row, all facts and sessions would be scanned for each segment that goes.
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
