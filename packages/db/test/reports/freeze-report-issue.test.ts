import { describe, expect, it } from 'vitest';
import { DIGEST_SCOPE, findReportIssue, freezeReportIssue } from '../../src/index.ts';
import { aDatabaseWithProjects, anotherConnection } from '../support/a-report-issue.ts';

const now = new Date('2026-11-23T06:00:00.250Z');
const later = new Date('2026-11-23T07:00:00Z');
const key = { scope: 'shop', week: '2026-W47' };
const mail = Buffer.from('the mail');

describe('freezeReportIssue', () => {
  it('keeps what a report says and looks like, with the instant', async () => {
    const db = aDatabaseWithProjects();
    expect(await findReportIssue(db, key)).toBeNull();
    const issue = await freezeReportIssue(db, { ...key, model: '{"a":1}', mail, now });
    expect(issue).toMatchObject({ ...key, id: 1, model: '{"a":1}', createdAt: now });
    expect(Buffer.from(issue.mail ?? []).toString()).toBe('the mail');
    expect(await findReportIssue(db, key)).toEqual(issue);
  });

  it('gives a later call what the first one kept', async () => {
    const db = aDatabaseWithProjects();
    const first = await freezeReportIssue(db, { ...key, model: '{"a":1}', mail, now });
    const second = { ...key, model: '{"a":2}', mail: Buffer.from('another'), now: later };
    expect(await freezeReportIssue(db, second)).toEqual(first);
  });

  it('keeps one when two connections freeze at once', async () => {
    const db = aDatabaseWithProjects();
    const other = anotherConnection(db);
    const issues = await Promise.all(
      [db, other, db, other].map((connection, index) =>
        freezeReportIssue(connection, { ...key, model: `{"a":${index}}`, mail, now }),
      ),
    );
    expect(new Set(issues.map(({ id, model }) => `${id} ${model}`)).size).toBe(1);
  });

  it('keeps projects, the digest and weeks apart', async () => {
    const db = aDatabaseWithProjects();
    const freeze = (scope: string, week = key.week) =>
      freezeReportIssue(db, { scope, week, model: '{}', mail, now });
    const issues = [
      await freeze('shop'),
      await freeze('shop', '2026-W48'),
      await freeze('blog'),
      await freeze(DIGEST_SCOPE),
    ];
    expect(new Set(issues.map(({ id }) => id)).size).toBe(4);
    expect(db.sql.prepare('SELECT project_id FROM report_issues').pluck().all()).toEqual([
      'shop',
      'shop',
      'blog',
      null,
    ]);
  });
});
