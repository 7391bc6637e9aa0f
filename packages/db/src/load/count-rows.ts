import type { Database as Sqlite } from 'better-sqlite3';

/** How many rows each table has, all at one instant. */
export function countRows(sql: Sqlite): ReadonlyMap<string, number> {
  return sql.transaction(() => {
    const tables = sql
      .prepare<[], string>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .pluck()
      .all();
    return new Map(
      tables.map((table) => [
        table,
        Number(
          sql
            .prepare(`SELECT COUNT(*) FROM "${table.replaceAll('"', '""')}"`)
            .pluck()
            .get(),
        ),
      ]),
    );
  })();
}
