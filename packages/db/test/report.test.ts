import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../src/index.ts';
import {
  claimDelivery,
  findReportIssue,
  freezeReportIssue,
  openDatabase,
  recordDelivery,
  scheduleDelivery,
} from '../src/index.ts';

const now = new Date('2026-11-23T06:00:00.250Z');
const later = new Date('2026-11-23T07:00:00Z');
const key = { projectId: 'shop', week: '2026-W47' };

describe('freezeReportIssue', () => {
  it('keeps what a report says, with the instant', async () => {
    const db = aDatabase();
    expect(await findReportIssue(db, key)).toBeNull();
    const issue = await freezeReportIssue(db, { ...key, model: '{"a":1}', now });
    expect(issue).toEqual({ id: 1, model: '{"a":1}', createdAt: now });
    expect(await findReportIssue(db, key)).toEqual(issue);
  });

  it('gives a later call what the first one kept', async () => {
    const db = aDatabase();
    const first = await freezeReportIssue(db, { ...key, model: '{"a":1}', now });
    expect(await freezeReportIssue(db, { ...key, model: '{"a":2}', now: later })).toEqual(first);
  });

  it('keeps one when two connections freeze at once', async () => {
    const db = aDatabase();
    const other = openDatabase({ url: `file:${db.path}`, cwd: '/' });
    onTestFinished(() => other.close());
    const issues = await Promise.all(
      [db, other, db, other].map((connection, index) =>
        freezeReportIssue(connection, { ...key, model: `{"a":${index}}`, now }),
      ),
    );
    expect(new Set(issues.map(({ id, model }) => `${id} ${model}`)).size).toBe(1);
  });

  it('keeps projects and weeks apart', async () => {
    const db = aDatabase();
    const { id } = await freezeReportIssue(db, { ...key, model: '{}', now });
    const nextWeek = await freezeReportIssue(db, { ...key, week: '2026-W48', model: '{}', now });
    const blog = await freezeReportIssue(db, { ...key, projectId: 'blog', model: '{}', now });
    expect(new Set([id, nextWeek.id, blog.id]).size).toBe(3);
  });
});

describe('a delivery', () => {
  it('is scheduled once per issue and recipient, and keeps its message id', async () => {
    const db = aDatabase();
    const issueId = await anIssue(db);
    const delivery = { issueId, recipient: 'anna@shop.example', messageId: '<1@a>', now };
    const first = await scheduleDelivery(db, delivery);
    expect(first).toMatchObject({ state: 'scheduled', messageId: '<1@a>' });
    expect(await scheduleDelivery(db, { ...delivery, messageId: '<2@a>', now: later })).toEqual(
      first,
    );
    const other = await scheduleDelivery(db, { ...delivery, recipient: 'ben@shop.example' });
    expect(other.id).not.toBe(first.id);
  });

  it('is claimed by exactly one of many that try', async () => {
    const db = aDatabase();
    const other = openDatabase({ url: `file:${db.path}`, cwd: '/' });
    onTestFinished(() => other.close());
    const id = await aDelivery(db);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) => claimDelivery(index % 2 === 0 ? db : other, id)),
    );
    expect(claims.filter(Boolean)).toEqual([true]);
    expect(row(db)).toMatchObject({ state: 'sending', attempts: 1 });
  });

  it('is never claimed again once it is sent', async () => {
    const db = aDatabase();
    const id = await aDelivery(db);
    await claimDelivery(db, id);
    await recordDelivery(db, id, { type: 'sent', at: later });
    expect(await claimDelivery(db, id)).toBe(false);
    expect(row(db)).toMatchObject({
      state: 'sent',
      sentAt: expect.stringMatching(/^2026-11-23T07:00:00/),
      error: null,
    });
  });

  it('may be tried again when it certainly failed', async () => {
    const db = aDatabase();
    const id = await aDelivery(db);
    await claimDelivery(db, id);
    await recordDelivery(db, id, { type: 'failed', error: 'mailbox full' });
    expect(row(db)).toMatchObject({ state: 'failed', error: 'mailbox full' });
    expect(await claimDelivery(db, id)).toBe(true);
    expect(row(db)).toMatchObject({ state: 'sending', attempts: 2, error: null });
  });

  it('stays as it is when nobody knows whether it was sent', async () => {
    const db = aDatabase();
    const id = await aDelivery(db);
    await claimDelivery(db, id);
    await recordDelivery(db, id, { type: 'unknown', error: 'connection lost' });
    expect(row(db)).toMatchObject({ state: 'sending', error: 'connection lost' });
    expect(await claimDelivery(db, id)).toBe(false);
  });
});

function aDatabase(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  onTestFinished(() => db.close());
  const add = db.sql.prepare(
    `INSERT INTO projects (id, name, time_zone, created_at) VALUES (?, ?, 'UTC', ?)`,
  );
  for (const id of ['shop', 'blog']) add.run(id, id, '2026-11-01T00:00:00.000Z');
  return db;
}

async function anIssue(db: Database): Promise<number> {
  return (await freezeReportIssue(db, { ...key, model: '{}', now })).id;
}

async function aDelivery(db: Database): Promise<number> {
  const issueId = await anIssue(db);
  const delivery = { issueId, recipient: 'anna@shop.example', messageId: '<1@a>', now };
  return (await scheduleDelivery(db, delivery)).id;
}

/** The only delivery, as it is in the file. */
function row(db: Database): unknown {
  return db.sql
    .prepare(
      'SELECT state, attempts, last_error AS error, sent_at AS sentAt FROM report_deliveries',
    )
    .get();
}
