import { databasesOf } from '@clarity-keep/testing';
import type { Database } from '../../src/index.ts';
import { keepAnswer, openDatabase, saveProject } from '../../src/index.ts';
import { aReservedCall } from './a-reserved-call.ts';

export { aFolder } from '@clarity-keep/testing';

const anEmptyDatabase = databasesOf(openDatabase);

/** A new database with one project, `p`. */
export function aDatabase(folder?: string): Database {
  const db = anEmptyDatabase(folder);
  saveProject(db, { id: 'p', name: 'Shop', timeZone: 'UTC' }, new Date('2025-01-01T00:00:00Z'));
  return db;
}

export interface AnAnswer {
  at: string;
  body?: string;
  /** read: and counted. ignored: read, but of no breakdown. unread: not yet. unknown: not understood. */
  as?: 'read' | 'ignored' | 'unread' | 'unknown';
}

/** An answer in the archive, and its call id. */
export function anAnswer(db: Database, { at, body = '[]', as = 'read' }: AnAnswer): number {
  const callId = aReservedCall(db, new Date(at));
  keepAnswer(db, { callId, body: Buffer.from(body), durationMs: 5 });
  db.sql.prepare(`UPDATE api_calls SET ${settled[as]} WHERE id = ?`).run(callId);
  return callId;
}

const settled = {
  read: `format = 'insights', breakdown = 'total', rows = 1, parsed_at = window_end`,
  ignored: `format = 'insights', rows = 1, parsed_at = window_end`,
  unread: `parsed_at = NULL`,
  unknown: `error = 'The answer was not understood.', parser_version = 1`,
};
