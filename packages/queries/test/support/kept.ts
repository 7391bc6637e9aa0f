import type { Database } from '@clarity-keep/db';
import { openDatabase } from '@clarity-keep/db';
import { databasesOf } from '@clarity-keep/testing';
import type { QuestionContext } from '../../src/index.ts';

const anEmptyDatabase = databasesOf(openDatabase);

export type Cells = Record<string, string | number | null>;

/** Monday morning after the week that most tests ask about. */
const now = new Date('2026-11-23T06:00:00Z');

/** A database with these projects, closed and removed with the test. */
export function aContext(...projects: Cells[]): QuestionContext {
  const db = anEmptyDatabase();
  for (const project of projects) {
    insert(db, 'projects', {
      id: 'wxb0r23ozh',
      name: 'Shop',
      time_zone: 'UTC',
      created_at: '2026-11-01T08:00:00.000+00:00',
      ...project,
    });
  }
  return { db, now };
}

/** One fact of ten sessions of a page, covered by a complete day, unless overridden. */
export function aFact({ db }: QuestionContext, overrides: Cells): void {
  const { page, device, source, medium, referrer, state, ...fact } = {
    project_id: 'wxb0r23ozh',
    breakdown: 'page',
    day: '2026-11-20',
    page: '',
    device: '',
    source: '',
    medium: '',
    referrer: '',
    state: 'complete',
    sessions: 10,
    method: 'direct',
    ...overrides,
  };
  const segment = { breakdown: fact.breakdown, page, device, source, medium, referrer };
  insert(db, 'segments', segment, 'OR IGNORE');
  const { id } = db.sql
    .prepare(
      `SELECT id FROM segments WHERE breakdown = @breakdown AND page = @page AND device = @device
        AND source = @source AND medium = @medium AND referrer = @referrer`,
    )
    .get(segment) as { id: number };
  insert(db, 'day_facts', { ...fact, segment_id: id });
  cover(
    { db, now },
    { breakdown: fact.breakdown, day: fact.day, project_id: fact.project_id, state },
  );
}

export function cover({ db }: QuestionContext, overrides: Cells): void {
  const row = {
    project_id: 'wxb0r23ozh',
    breakdown: 'page',
    day: '2026-11-20',
    state: 'complete',
    overlap_seconds: 86_400,
    window_end: '2026-11-23T00:00:00.000+00:00',
    ...overrides,
  };
  insert(db, 'day_coverage', row, 'OR IGNORE');
}

function insert(db: Database, table: string, cells: Cells, conflict = ''): void {
  const names = Object.keys(cells);
  const values = names.map((name) => `@${name}`).join(', ');
  db.sql
    .prepare(`INSERT ${conflict} INTO ${table} (${names.join(', ')}) VALUES (${values})`)
    .run(cells);
}
