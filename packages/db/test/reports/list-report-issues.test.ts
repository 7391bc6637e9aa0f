import { describe, expect, it } from 'vitest';
import type { Database, DeliveryOutcome } from '../../src/index.ts';
import {
  claimDelivery,
  DIGEST_SCOPE,
  freezeReportIssue,
  listReportIssues,
  loadReportModel,
  recordDelivery,
  saveProject,
} from '../../src/index.ts';
import { aDatabase } from '../support/a-database.ts';
import { schedule } from '../support/a-report-issue.ts';

const now = new Date('2026-11-23T06:00:00.250Z');

describe('listReportIssues', () => {
  it('lists the latest week first, and counts mails by state', async () => {
    const db = twoProjects();
    await anIssue(db, { scope: 'p', week: '2026-W46' });
    const issueId = await anIssue(db, { scope: 'p', week: '2026-W47' });
    const outcomes = [
      { type: 'sent', at: now },
      { type: 'sent', at: now },
      { type: 'failed', error: 'no such mailbox', isFinal: true },
      { type: 'unknown', error: 'connection lost' },
      null,
    ] as const;
    for (const [index, outcome] of outcomes.entries()) {
      await aDelivery(db, { issueId, index, outcome });
    }
    const nothing = { sent: 0, failed: 0, unfinished: 0, scheduled: 0 };
    const what = { scope: 'p', hasMail: true, headline: 'Quiet.', createdAt: now };
    expect(listReportIssues(db, { limit: 10 })).toEqual([
      { ...what, week: '2026-W47', sent: 2, failed: 1, unfinished: 1, scheduled: 1 },
      { ...what, week: '2026-W46', ...nothing },
    ]);
  });

  it('lists those of one scope, or of all with the digest, up to a limit', async () => {
    const db = twoProjects();
    for (const scope of ['q', 'p', DIGEST_SCOPE]) await anIssue(db, { scope, week: '2026-W47' });
    await anIssue(db, { scope: 'q', week: '2027-W01' });
    const listed = (asked: Parameters<typeof listReportIssues>[1]) =>
      listReportIssues(db, asked).map(({ scope, week }) => `${scope} ${week}`);
    expect(listed({ limit: 10 })).toEqual(['q 2027-W01', '* 2026-W47', 'p 2026-W47', 'q 2026-W47']);
    expect(listed({ scopes: ['q'], limit: 10 })).toEqual(['q 2027-W01', 'q 2026-W47']);
    expect(listed({ scopes: ['q'], limit: 1 })).toEqual(['q 2027-W01']);
    expect(listed({ scopes: ['nobody'], limit: 10 })).toEqual([]);
    expect(listed({ scopes: [], limit: 10 })).toEqual([]);
    expect(listed({ scopes: ['p', 'q'], limit: 2 })).toEqual(['q 2027-W01', 'p 2026-W47']);
  });
});

describe('loadReportModel', () => {
  it('gives what was kept of a scope and week, or nothing', async () => {
    const db = twoProjects();
    await anIssue(db, { scope: 'p', week: '2026-W47' });
    expect(loadReportModel(db, { scope: 'p', week: '2026-W47' })).toEqual({
      model: MODEL,
      createdAt: now,
    });
    expect(loadReportModel(db, { scope: 'q', week: '2026-W47' })).toBeNull();
    expect(loadReportModel(db, { scope: 'p', week: '2026-W46' })).toBeNull();
  });
});

const MODEL = JSON.stringify({ version: 2, headline: { sentence: 'Quiet.' } });

function twoProjects(): Database {
  const db = aDatabase();
  saveProject(db, { id: 'q', name: 'Blog', timeZone: 'UTC' }, now);
  return db;
}

async function anIssue(db: Database, key: { scope: string; week: string }): Promise<number> {
  const issue = { ...key, model: MODEL, mail: Buffer.from('mail'), now };
  return (await freezeReportIssue(db, issue)).id;
}

async function aDelivery(
  db: Database,
  { issueId, index, outcome }: { issueId: number; index: number; outcome: DeliveryOutcome | null },
): Promise<void> {
  const [delivery] = await schedule(db, issueId, [`${index}@shop.example`]);
  if (outcome === null) return;
  const claim = await claimDelivery(db, { id: delivery?.id ?? 0, now });
  if (claim === null) throw new Error('The delivery was not claimed.');
  await recordDelivery(db, claim, outcome);
}
