import type { ChildProcess } from 'node:child_process';
import type { Database } from '@clarity-keep/db';
import type { ProcessOptions } from '@clarity-keep/testing';
import { aProgram } from '@clarity-keep/testing';
import { vi } from 'vitest';

export { kill } from '@clarity-keep/testing';

/** Starts `clarity-keep-report` as a process of its own. */
export function aReportProcess(argv: readonly string[], place: ProcessOptions): ChildProcess {
  return aProgram('report', argv, place);
}

/**
 * Lets a process that does this to the database do it for ever, until it is killed: a statement that
 * never ends runs inside its own, and what it did is rolled back.
 */
export function stopAt(db: Database, event: string): { reached: Promise<void>; clear: () => void } {
  db.sql.exec(`
    CREATE TRIGGER stop ${event} BEGIN
      SELECT COUNT(*) FROM (
        WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless) SELECT n FROM endless);
    END`);
  return {
    reached: whenLocked(db),
    clear: () => void db.sql.exec('DROP TRIGGER stop'),
  };
}

/** Looks of which each finds the database locked: no statement that ends takes as long as these. */
const LOOKS = 20;

async function whenLocked(db: Database): Promise<void> {
  let locked = 0;
  await vi.waitFor(
    () => {
      locked = isLocked(db) ? locked + 1 : 0;
      if (locked < LOOKS) throw new Error('The process has not come to the place.');
    },
    { timeout: 20_000, interval: 25 },
  );
}

function isLocked({ sql }: Database): boolean {
  const patience = sql.pragma('busy_timeout', { simple: true }) as number;
  sql.pragma('busy_timeout = 0');
  try {
    sql.exec('BEGIN IMMEDIATE');
    sql.exec('ROLLBACK');
    return false;
  } catch (error) {
    if (String(Reflect.get(Object(error), 'code')).startsWith('SQLITE_BUSY')) return true;
    throw error;
  } finally {
    sql.pragma(`busy_timeout = ${patience}`);
  }
}
