import { onTestFinished } from 'vitest';
import type { Database, Delivery } from '../../src/index.ts';
import {
  freezeReportIssue,
  openDatabase,
  saveProject,
  scheduleDeliveries,
} from '../../src/index.ts';
import { aFolder } from './a-database.ts';

/** When the issues and deliveries of these tests are written. */
export const scheduledAt = new Date('2026-11-23T06:00:00.250Z');

export const anna = 'anna@shop.example';
export const ben = 'ben@shop.example';

/** A new database with two projects, `shop` and `blog`. */
export function aDatabaseWithProjects(): Database {
  const db = openDatabase({ url: 'file:./clarity.db', cwd: aFolder() });
  onTestFinished(() => db.close());
  for (const id of ['shop', 'blog']) {
    saveProject(db, { id, name: id, timeZone: 'UTC' }, new Date('2026-11-01T00:00:00Z'));
  }
  return db;
}

/** The same file, as another process has it open. */
export function anotherConnection({ path }: Database): Database {
  const db = openDatabase({ url: `file:${path}`, cwd: '/' });
  onTestFinished(() => db.close());
  return db;
}

/** The id of an issue of the shop, or of another scope. */
export async function anIssue(
  db: Database,
  { scope = 'shop', week = '2026-W47' } = {},
): Promise<number> {
  const mail = Buffer.from('mail');
  const issue = { scope, week, model: '{}', mail, now: scheduledAt };
  return (await freezeReportIssue(db, issue)).id;
}

/** Schedules an issue for these recipients. */
export function schedule(
  db: Database,
  issueId: number,
  recipients: readonly string[],
): Promise<Delivery[]> {
  return scheduleDeliveries(db, {
    issueId,
    recipients: recipients.map((recipient) => ({ recipient, messageId: `<${recipient}>` })),
    now: scheduledAt,
  });
}
