import type { Day, SessionDayClaim } from '@clarity-keep/core';
import { planSessionDays, segmentOf, sessionBreakdowns } from '@clarity-keep/core';
import { coverDay } from '../coverage/cover-day.ts';
import { loadCoverageOf } from '../coverage/load-coverage.ts';
import type { Database } from '../file/open-database.ts';
import { measureColumns } from '../facts/fact-columns.ts';
import { internSegment } from '../facts/intern-segment.ts';
import type { SessionSums } from './session-sums.ts';
import { cellColumns, isOrdinarySession, sessionSums } from './session-sums.ts';
import type { FactCounts } from '../facts/write-facts.ts';

interface DaysOfProject {
  projectId: string;
  /** As a JSON list. */
  days: string;
}

const factsOfDays = `project_id = @projectId AND day IN (SELECT value FROM json_each(@days))
  AND breakdown IN (${sessionBreakdowns.map((breakdown) => `'${breakdown}'`).join(', ')})`;

/** What sessions are first added up by: the first segment determines the others. */
const cellTables = {
  cells: ['page_device_segment_id', 'page_segment_id', 'device_segment_id'],
  referrer_cells: ['referrer_segment_id'],
};

export interface RebuiltDays {
  facts: FactCounts;
  /** Days that an aggregated response covers better, and that were left to it. */
  left: Day[];
}

/**
 * Makes the facts of some days from the session records stored for them, where `planSessionDays` gives the
 * days to session records. Call it inside a write transaction.
 */
export function rebuildSessionDays(
  db: Database,
  {
    projectId,
    callId,
    claims,
  }: { projectId: string; callId: number | null; claims: ReadonlyMap<Day, SessionDayClaim> },
): RebuiltDays {
  const stored = loadCoverageOf(db, {
    projectId,
    breakdowns: sessionBreakdowns,
    days: [...claims.keys()],
  });
  const { won, coverage, left } = planSessionDays(claims, { stored, callId });
  if (won.length === 0) return { facts: { inserted: 0, replaced: 0, unchanged: 0 }, left };
  const days = JSON.stringify(won);
  const sums = sessionSums({ areOrdinary: areOrdinary(db, { projectId, days }) });
  sumCells(db, { projectId, days: won, sums });
  const facts = hasFacts(db, { projectId, days })
    ? replaceFacts(db, { projectId, callId, days, sums })
    : {
        inserted: insertFacts(db, { projectId, callId, sums, into: 'main.day_facts' }),
        replaced: 0,
        unchanged: 0,
      };
  db.sql.exec('DROP TABLE temp.cells; DROP TABLE temp.referrer_cells');
  for (const covered of coverage) coverDay(db, projectId, covered);
  return { facts, left };
}

function areOrdinary(db: Database, range: DaysOfProject): boolean {
  const odd = db.sql
    .prepare(
      `SELECT 1 FROM sessions WHERE project_id = @projectId AND day IN (SELECT value FROM json_each(@days))
         AND (${isOrdinarySession}) IS NOT TRUE LIMIT 1`,
    )
    .get(range);
  return odd === undefined;
}

/** Adds up day by day, so that SQLite sorts little to group, by a key of one number. */
function sumCells(
  db: Database,
  { projectId, days, sums }: { projectId: string; days: Day[]; sums: SessionSums },
): void {
  const statements = Object.entries(cellTables).map(([table, segments]) => {
    db.sql.exec(`DROP TABLE IF EXISTS temp.${table};
      CREATE TEMP TABLE ${table} (day, ${segments.join(', ')}, ${cellColumns.join(', ')})`);
    return db.sql.prepare(
      `INSERT INTO temp.${table}
       SELECT day, ${segments.join(', ')}, ${sums.ofSessions.join(', ')}
       FROM sessions WHERE project_id = @projectId AND day = @day GROUP BY ${segments[0]}`,
    );
  });
  for (const day of days) {
    for (const statement of statements) statement.run({ projectId, day });
  }
}

interface FactsToInsert {
  projectId: string;
  callId: number | null;
  sums: SessionSums;
  into: 'main.day_facts' | 'temp.new_facts';
}

/** Inserts in the order of the key of `day_facts`, so that its index grows at the end. */
function insertFacts(db: Database, { projectId, callId, sums, into }: FactsToInsert): number {
  const selects = {
    device: `day, device_segment_id, ${sums.ofCells} FROM temp.cells GROUP BY 5, 6`,
    page: `day, page_segment_id, ${sums.ofCells} FROM temp.cells GROUP BY 5, 6`,
    page_device: `day, page_device_segment_id, ${sums.ofCell} FROM temp.cells ORDER BY 5, 6`,
    referrer: `day, referrer_segment_id, ${sums.ofCell} FROM temp.referrer_cells ORDER BY 5, 6`,
    total: `day, ${totalSegment(db)}, ${sums.ofCells} FROM temp.cells GROUP BY 5`,
  } satisfies Record<(typeof sessionBreakdowns)[number], string>;
  return sessionBreakdowns
    .map((breakdown) =>
      db.sql
        .prepare(
          `INSERT INTO ${into} (project_id, breakdown, method, api_call_id, day, segment_id, ${cellColumns.join(', ')})
           SELECT @projectId, @breakdown, 'sessions', @callId, ${selects[breakdown]}`,
        )
        .run({ projectId, breakdown, callId }),
    )
    .reduce((sum, { changes }) => sum + changes, 0);
}

/** Most imports bring days without facts: then there is nothing to compare with. */
function hasFacts(db: Database, range: DaysOfProject): boolean {
  return (
    db.sql.prepare(`SELECT 1 FROM day_facts WHERE ${factsOfDays} LIMIT 1`).get(range) !== undefined
  );
}

function replaceFacts(
  db: Database,
  { projectId, callId, days, sums }: DaysOfProject & { callId: number | null; sums: SessionSums },
): FactCounts {
  db.sql.exec(`DROP TABLE IF EXISTS temp.new_facts;
    CREATE TEMP TABLE new_facts AS SELECT * FROM main.day_facts WHERE 0`);
  insertFacts(db, { projectId, callId, sums, into: 'temp.new_facts' });
  const counts = countChanges(db, { projectId, days });
  db.sql.prepare(`DELETE FROM day_facts WHERE ${factsOfDays}`).run({ projectId, days });
  db.sql.exec(`INSERT INTO main.day_facts SELECT * FROM temp.new_facts; DROP TABLE temp.new_facts`);
  return counts;
}

function countChanges(db: Database, { projectId, days }: DaysOfProject): FactCounts {
  const isSame = measureColumns.map((column) => `o.${column} IS n.${column}`).join(' AND ');
  const row = db.sql
    .prepare(
      `SELECT COUNT(*) AS total, COUNT(o.day) AS known, COALESCE(SUM(o.day IS NOT NULL AND ${isSame}), 0) AS same
       FROM temp.new_facts n LEFT JOIN main.day_facts o ON o.project_id = n.project_id
         AND o.breakdown = n.breakdown AND o.day = n.day AND o.segment_id = n.segment_id`,
    )
    .get() as { total: number; known: number; same: number };
  const stored = Number(
    db.sql
      .prepare(`SELECT COUNT(*) FROM day_facts WHERE ${factsOfDays}`)
      .pluck()
      .get({ projectId, days }),
  );
  const vanished = stored - row.known;
  return {
    inserted: row.total - row.known,
    replaced: row.known - row.same + vanished,
    unchanged: row.same,
  };
}

function totalSegment(db: Database): number {
  return internSegment(db, segmentOf('total', {}));
}
