import { databasesOf } from '@clarity-keep/testing';
import type { Database } from '../../src/index.ts';
import { openDatabase, saveProject } from '../../src/index.ts';

export type Cells = Record<string, string | number | null>;

const anEmptyDatabase = databasesOf(openDatabase);

/** A new database with two projects, `shop` and `blog`. */
export function twoProjects({
  name,
  timeZone = 'UTC',
}: { name?: string; timeZone?: string } = {}): Database {
  const db = anEmptyDatabase();
  const now = new Date('2026-11-01T08:00:00Z');
  saveProject(db, { id: 'shop', name: name ?? 'shop', timeZone }, now);
  saveProject(db, { id: 'blog', name: 'blog', timeZone: 'UTC' }, now);
  return db;
}

/** A fact of `/home` in the shop unless overridden. */
export function aFact(db: Database, overrides: Cells): void {
  const { page, device, ...fact } = {
    project_id: 'shop',
    breakdown: 'page',
    day: '2026-11-16',
    page: '/home',
    device: '',
    sessions: 1,
    method: 'direct',
    ...overrides,
  };
  const segment = { breakdown: fact.breakdown, page, device };
  insert(db, 'segments', segment, 'OR IGNORE');
  const id = db.sql
    .prepare('SELECT id FROM segments WHERE breakdown = ? AND page = ? AND device = ?')
    .pluck()
    .get(fact.breakdown, page, device) as number;
  insert(db, 'day_facts', { ...fact, segment_id: id });
}

/** What is known of a day of the shop: all of its pages unless overridden. */
export function cover(db: Database, overrides: Cells): void {
  insert(db, 'day_coverage', {
    project_id: 'shop',
    breakdown: 'page',
    day: '2026-11-16',
    state: 'complete',
    overlap_seconds: 86_400,
    window_end: '2026-11-23T00:00:00.000+00:00',
    ...overrides,
  });
}

export function insert(db: Database, table: string, cells: Cells, conflict = ''): void {
  const names = Object.keys(cells);
  const values = names.map((name) => `@${name}`).join(', ');
  db.sql
    .prepare(`INSERT ${conflict} INTO ${table} (${names.join(', ')}) VALUES (${values})`)
    .run(cells);
}
