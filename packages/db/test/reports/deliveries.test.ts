import { describe, expect, it } from 'vitest';
import type { Database, DeliveryClaim } from '../../src/index.ts';
import {
  claimDelivery,
  isAbandoned,
  listAbandonedDeliveries,
  recordDelivery,
  rescheduleDeliveries,
  scheduleDeliveries,
} from '../../src/index.ts';
import {
  aDatabaseWithProjects,
  anIssue,
  anna,
  anotherConnection,
  ben,
  schedule,
  scheduledAt,
} from '../support/a-report-issue.ts';

const claimedAt = new Date('2026-11-23T07:00:00Z');
const minutes = (count: number) => new Date(claimedAt.getTime() + count * 60_000);

describe('scheduleDeliveries', () => {
  it('writes a row for each recipient, and tells them in the order given', async () => {
    const db = aDatabaseWithProjects();
    const issueId = await anIssue(db);
    const deliveries = await schedule(db, issueId, [ben, anna]);
    expect(deliveries).toMatchObject([
      { recipient: ben, state: 'scheduled', messageId: `<${ben}>`, attempts: 0, isFinal: false },
      { recipient: anna, state: 'scheduled', claimedAt: null, sentAt: null, lastError: null },
    ]);
    expect(rows(db)).toHaveLength(2);
  });

  it('writes each once, and keeps its message id and how far it has come', async () => {
    const db = aDatabaseWithProjects();
    const issueId = await anIssue(db);
    const [first] = await schedule(db, issueId, [anna]);
    await recordDelivery(db, await aClaim(db, first?.id), { type: 'sent', at: minutes(1) });
    const again = await scheduleDeliveries(db, {
      issueId,
      recipients: [ben, anna].map((recipient) => ({ recipient, messageId: '<new>' })),
      now: minutes(2),
    });
    expect(again).toMatchObject([
      { recipient: ben, state: 'scheduled', messageId: '<new>' },
      { id: first?.id, recipient: anna, state: 'sent', messageId: `<${anna}>` },
    ]);
  });

  it('writes all of them or none', async () => {
    const db = aDatabaseWithProjects();
    const issueId = await anIssue(db);
    db.sql.exec(`CREATE TRIGGER refuse BEFORE INSERT ON report_deliveries
      WHEN NEW.recipient = '${ben}' BEGIN SELECT RAISE(ABORT, 'no'); END`);
    await expect(schedule(db, issueId, [anna, ben])).rejects.toThrow('no');
    expect(rows(db)).toEqual([]);
  });

  it('has nothing to write for nobody, and keeps issues apart', async () => {
    const db = aDatabaseWithProjects();
    const [shop, blog] = [await anIssue(db), await anIssue(db, { scope: 'blog' })];
    expect(await schedule(db, shop, [])).toEqual([]);
    const [one] = await schedule(db, shop, [anna]);
    const [other] = await schedule(db, blog, [anna]);
    expect(one?.id).not.toBe(other?.id);
  });
});

describe('a claim', () => {
  it('is given to exactly one of many that try', async () => {
    const db = aDatabaseWithProjects();
    const other = anotherConnection(db);
    const [delivery] = await schedule(db, await anIssue(db), [anna]);
    const id = delivery?.id ?? 0;
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        claimDelivery(index % 2 === 0 ? db : other, { id, now: claimedAt }),
      ),
    );
    expect(claims.filter((claim) => claim !== null)).toEqual([{ id, claimedAt, attempts: 1 }]);
    expect(rows(db)).toMatchObject([{ state: 'sending', attempts: 1, claimedAt }]);
  });

  it.each(['sent', 'sending'])('is given to nobody while a delivery is %s', async (state) => {
    const { db, id } = await aDelivery();
    db.sql.prepare('UPDATE report_deliveries SET state = ?').run(state);
    expect(await claimDelivery(db, { id, now: claimedAt })).toBeNull();
  });

  it('is given again after a failure, and counts', async () => {
    const { db, id } = await aDelivery();
    const error = 'mailbox full';
    const claim = await aClaim(db, id);
    expect(await recordDelivery(db, claim, { type: 'failed', error, isFinal: false })).toBe(true);
    expect(rows(db)).toMatchObject([{ state: 'failed', lastError: error, isFinal: 0 }]);
    expect(await claimDelivery(db, { id, now: minutes(60) })).toMatchObject({ attempts: 2 });
    expect(rows(db)).toMatchObject([{ lastError: null, claimedAt: minutes(60) }]);
  });

  it('is not given again after a failure for good', async () => {
    const { db, id } = await aDelivery();
    const outcome = { type: 'failed', error: 'no such user', isFinal: true } as const;
    await recordDelivery(db, await aClaim(db, id), outcome);
    expect(rows(db)).toMatchObject([{ state: 'failed', isFinal: 1 }]);
    expect(await claimDelivery(db, { id, now: minutes(60) })).toBeNull();
  });

  it('that came to nothing by no fault of the recipient’s counts as no attempt', async () => {
    const { db, id } = await aDelivery();
    for (let run = 0; run < 3; run += 1) {
      const error = 'nobody answers';
      await recordDelivery(db, await aClaim(db, id), { type: 'not-attempted', error });
    }
    expect(rows(db)).toMatchObject([{ state: 'failed', attempts: 0, isFinal: 0 }]);
  });

  it('stays when nobody knows what became of the mail', async () => {
    const { db, id } = await aDelivery();
    const claim = await aClaim(db, id);
    await recordDelivery(db, claim, { type: 'unknown', error: 'connection lost' });
    expect(rows(db)).toMatchObject([{ state: 'sending', lastError: 'connection lost', claimedAt }]);
  });

  it('that was lost can record nothing any more', async () => {
    const { db, id } = await aDelivery();
    const lost = await aClaim(db, id);
    await recordDelivery(db, lost, { type: 'not-attempted', error: 'taken for dead' });
    const claim = await aClaim(db, id, minutes(20));
    const late = { type: 'failed', error: 'late', isFinal: false } as const;
    expect(await recordDelivery(db, lost, late)).toBe(false);
    expect(rows(db)).toMatchObject([{ state: 'sending', lastError: null }]);
    expect(await recordDelivery(db, claim, { type: 'sent', at: minutes(21) })).toBe(true);
    expect(await recordDelivery(db, lost, late)).toBe(false);
    expect(rows(db)).toMatchObject([{ state: 'sent', sentAt: minutes(21) }]);
  });
});

describe('an abandoned delivery', () => {
  it('is one whose claim is older than a mail can take, or from the future', async () => {
    const { db, id } = await aDelivery();
    expect(await listAbandonedDeliveries(db, { now: minutes(60) })).toEqual([]);
    await aClaim(db, id);
    const abandoned = async (now: Date) =>
      (await listAbandonedDeliveries(db, { now })).map((delivery) => delivery.id);
    for (const now of [minutes(0), minutes(15), minutes(-15)]) {
      expect(await abandoned(now)).toEqual([]);
    }
    for (const now of [minutes(16), minutes(-16)]) expect(await abandoned(now)).toEqual([id]);
    const [delivery] = await listAbandonedDeliveries(db, { now: minutes(16) });
    expect(delivery?.issue).toMatchObject({ scope: 'shop', week: '2026-W47', model: '{}' });
    expect(delivery && isAbandoned(delivery, minutes(15))).toBe(false);
    expect(delivery && isAbandoned(delivery, minutes(16))).toBe(true);
    expect(delivery && isAbandoned({ ...delivery, state: 'sent' }, minutes(16))).toBe(false);
  });

  it('is found by its scope and week', async () => {
    const db = aDatabaseWithProjects();
    for (const issue of [{}, { scope: 'blog' }, { week: '2026-W46' }]) {
      const [delivery] = await schedule(db, await anIssue(db, issue), [anna]);
      await aClaim(db, delivery?.id);
    }
    const found = async (of: { scope?: string; week?: string }) =>
      (await listAbandonedDeliveries(db, { ...of, now: minutes(16) })).map(
        ({ issue: { scope, week } }) => `${scope} ${week}`,
      );
    expect(await found({})).toEqual(['shop 2026-W47', 'blog 2026-W47', 'shop 2026-W46']);
    expect(await found({ scope: 'shop' })).toEqual(['shop 2026-W47', 'shop 2026-W46']);
    expect(await found({ scope: 'shop', week: '2026-W46' })).toEqual(['shop 2026-W46']);
  });
});

describe('rescheduleDeliveries', () => {
  it('begins anew for who has got it, and for who was given up', async () => {
    const db = aDatabaseWithProjects();
    const issueId = await anIssue(db);
    const [first, second] = await schedule(db, issueId, [anna, ben, 'cora@shop.example']);
    await recordDelivery(db, await aClaim(db, first?.id), { type: 'sent', at: minutes(1) });
    const refused = { type: 'failed', error: 'no such user', isFinal: true } as const;
    await recordDelivery(db, await aClaim(db, second?.id), refused);
    const asked = { issueId, recipients: [anna, ben], now: minutes(5) };
    expect(await rescheduleDeliveries(db, asked)).toBe(2);
    expect(rows(db)).toMatchObject([
      { recipient: anna, state: 'scheduled', attempts: 0, sentAt: minutes(1) },
      { recipient: ben, state: 'scheduled', attempts: 0, isFinal: 0, lastError: null },
      { recipient: 'cora@shop.example', state: 'scheduled' },
    ]);
  });

  it('leaves alone what somebody is sending, unless that one has died', async () => {
    const { db, id, issueId } = await aDelivery();
    await aClaim(db, id);
    const recipients = [anna];
    expect(await rescheduleDeliveries(db, { issueId, recipients, now: minutes(15) })).toBe(0);
    expect(await rescheduleDeliveries(db, { issueId, recipients, now: minutes(16) })).toBe(1);
    expect(rows(db)).toMatchObject([{ state: 'scheduled' }]);
  });
});

describe('the instants of a delivery', () => {
  it('are when it was scheduled, and when it was claimed', async () => {
    const { db, id } = await aDelivery();
    await aClaim(db, id);
    expect(rows(db)).toMatchObject([{ createdAt: scheduledAt, claimedAt }]);
  });
});

/** A database with the delivery of one issue to Anna. */
async function aDelivery(): Promise<{ db: Database; issueId: number; id: number }> {
  const db = aDatabaseWithProjects();
  const issueId = await anIssue(db);
  const [delivery] = await schedule(db, issueId, [anna]);
  return { db, issueId, id: delivery?.id ?? 0 };
}

async function aClaim(db: Database, id = 0, now = claimedAt): Promise<DeliveryClaim> {
  const claim = await claimDelivery(db, { id, now });
  if (claim === null) throw new Error(`Delivery ${id} could not be claimed.`);
  return claim;
}

/** All deliveries, as they are in the file. */
function rows(db: Database): unknown[] {
  const found = db.sql
    .prepare(
      `SELECT recipient, state, attempts, last_error AS lastError, is_final AS isFinal,
         created_at AS createdAt, claimed_at AS claimedAt, sent_at AS sentAt
       FROM report_deliveries ORDER BY id`,
    )
    .all() as { createdAt: string; claimedAt: string | null; sentAt: string | null }[];
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  return found.map(({ createdAt, claimedAt: claimed, sentAt, ...row }) => ({
    ...row,
    createdAt: instant(createdAt),
    claimedAt: instant(claimed),
    sentAt: instant(sentAt),
  }));
}
