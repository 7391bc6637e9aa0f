import type { Database, Delivery } from '@clarity-keep/db';
import { claimDelivery, freezeReportIssue, scheduleDeliveries } from '@clarity-keep/db';
import type { MailTransport, SendFailure } from '@clarity-keep/mail';
import { describe, expect, it } from 'vitest';
import { decideDelivery } from '../../src/index.ts';
import { deliver } from '../../src/delivery/deliver.ts';
import { packMail } from '../../src/issue/pack-mail.ts';
import { aDatabaseOf } from '../support/a-database.ts';
import { WEEK } from '../support/a-report.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const mail = { subject: 'Week 47', html: '<p>Hi</p>', text: 'Hi', images: [] };
const from = { name: '', address: 'reports@shop.example' };
const to = { name: '', address: 'anna@shop.example' };

/** A scheduled mail to Anna, and what hands it over. */
async function aDelivery(answer: () => SendFailure | null = () => null) {
  const db = aDatabaseOf([{ id: 'shop' }, { id: 'blog' }]);
  const handedOver: Parameters<MailTransport['send']>[0][] = [];
  const transport: MailTransport = {
    async send(outgoing) {
      handedOver.push(outgoing);
      return answer();
    },
  };
  const issue = await freezeReportIssue(db, {
    scope: 'shop',
    week: WEEK,
    model: '{}',
    mail: packMail(mail),
    now: NOW,
  });
  const scheduled = async (): Promise<Delivery> => {
    const recipients = [{ recipient: to.address, messageId: '<1@shop.example>' }];
    const [delivery] = await scheduleDeliveries(db, { issueId: issue.id, recipients, now: NOW });
    if (delivery === undefined) throw new Error('Nothing was scheduled.');
    return delivery;
  };
  const send = async ({
    now = NOW,
    isLoginRefused = false,
    delivery,
  }: { now?: Date; isLoginRefused?: boolean; delivery?: Delivery } = {}) =>
    deliver(
      { db, transport, now: () => now, publicUrl: null, dkim: null },
      {
        delivery: delivery ?? (await scheduled()),
        scope: 'shop',
        mail,
        from,
        to,
        isLoginRefused,
      },
    );
  return { db, handedOver, scheduled, send };
}

function stateOf(db: Database): unknown {
  return db.sql.prepare('SELECT state, attempts, is_final AS isFinal FROM report_deliveries').get();
}

describe('a mail to one recipient', () => {
  it('is handed over and recorded once, also when it is asked for twice', async () => {
    const { db, handedOver, send } = await aDelivery();
    expect(await send()).toEqual({ type: 'sent' });
    expect(await send()).toEqual({ type: 'already-sent' });
    expect(handedOver).toMatchObject([{ from: from.address, to: to.address }]);
    expect(stateOf(db)).toEqual({ state: 'sent', attempts: 1, isFinal: 0 });
  });

  it('is not tried once our login was refused', async () => {
    const { db, handedOver, send } = await aDelivery();
    expect(await send({ isLoginRefused: true })).toEqual({ type: 'not-tried' });
    expect(handedOver).toEqual([]);
    expect(stateOf(db)).toMatchObject({ state: 'scheduled', attempts: 0 });
  });

  it('is left to who has claimed it, who is presumed dead after an hour', async () => {
    const { db, handedOver, scheduled, send } = await aDelivery();
    await claimDelivery(db, { id: (await scheduled()).id, now: NOW });
    expect(await send()).toEqual({ type: 'unfinished', isAbandoned: false });
    const later = new Date('2026-11-23T20:00:00Z');
    expect(await send({ now: later })).toEqual({ type: 'unfinished', isAbandoned: true });
    expect(handedOver).toEqual([]);
  });

  it('is left to who claims it in the same moment', async () => {
    const { db, handedOver, scheduled, send } = await aDelivery();
    const before = await scheduled();
    await claimDelivery(db, { id: before.id, now: NOW });
    expect(await send({ delivery: before })).toEqual({ type: 'unfinished', isAbandoned: false });
    expect(handedOver).toEqual([]);
  });

  it.each([
    ['refused', { state: 'failed', attempts: 1, isFinal: 1 }],
    ['deferred', { state: 'failed', attempts: 1, isFinal: 0 }],
    ['login', { state: 'failed', attempts: 0, isFinal: 0 }],
    ['unreachable', { state: 'failed', attempts: 0, isFinal: 0 }],
    ['unknown', { state: 'sending', attempts: 1, isFinal: 0 }],
  ] as const)('that is %s is recorded as such', async (type, recorded) => {
    const { db, send } = await aDelivery(() => ({ type, message: 'no' }));
    expect(await send()).toMatchObject({ type: 'failed', failure: { type, message: 'no' } });
    expect(stateOf(db)).toEqual(recorded);
  });

  it('is not tried a sixth time where the server says "not now" five times', async () => {
    const { handedOver, send } = await aDelivery(() => ({
      type: 'deferred',
      message: 'greylisted',
    }));
    const finals: unknown[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const result = await send();
      finals.push(result.type === 'failed' && result.failure.isFinal);
    }
    expect(finals).toEqual([false, false, false, false, true]);
    expect(await send()).toEqual({ type: 'given-up', message: 'greylisted' });
    expect(handedOver).toHaveLength(5);
  });

  it('may have gone out when the transport breaks, and is not sent again by itself', async () => {
    const { db, handedOver, send } = await aDelivery(() => {
      throw new Error('reset by peer while sending to anna@shop.example');
    });
    const result = await send();
    expect(result).toMatchObject({ type: 'failed', failure: { type: 'unknown', isFinal: false } });
    expect(JSON.stringify(result)).not.toContain('anna');
    expect(stateOf(db)).toMatchObject({ state: 'sending' });
    expect(await send()).toMatchObject({ type: 'unfinished' });
    expect(handedOver).toHaveLength(1);
  });

  it('says that it was accepted when that cannot be recorded', async () => {
    const { db, send } = await aDelivery();
    db.sql.exec(`CREATE TRIGGER broken BEFORE UPDATE OF sent_at ON report_deliveries
      BEGIN SELECT RAISE(ABORT, 'disk of anna@shop.example is full'); END`);
    const result = await send();
    expect(result).toMatchObject({
      type: 'failed',
      failure: {
        type: 'not-recorded',
        message: expect.stringContaining('the mail server accepted it, then: ') as string,
        isFinal: false,
      },
    });
    expect(JSON.stringify(result)).not.toContain('anna');
  });

  it('is refused to the login even where that cannot be recorded', async () => {
    const { db, send } = await aDelivery(() => ({ type: 'login', message: 'wrong password' }));
    db.sql.exec(`CREATE TRIGGER broken BEFORE UPDATE OF last_error ON report_deliveries
      WHEN NEW.last_error IS NOT NULL BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    expect(await send()).toMatchObject({ type: 'failed', failure: { type: 'login' } });
  });

  it('that cannot be claimed was certainly not sent', async () => {
    const { db, handedOver, send } = await aDelivery();
    db.sql.exec(`CREATE TRIGGER broken BEFORE UPDATE OF claimed_at ON report_deliveries
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    expect(await send()).toMatchObject({ type: 'failed', failure: { type: 'not-prepared' } });
    expect(handedOver).toEqual([]);
    db.sql.exec('DROP TRIGGER broken');
    expect(await send()).toEqual({ type: 'sent' });
  });
});

describe('what is decided about a mail that may have gone out', () => {
  async function abandoned() {
    const scene = await aDelivery(() => ({ type: 'unknown', message: 'broken off' }));
    await scene.send();
    const { id, claimedAt } = scene.db.sql
      .prepare('SELECT id, claimed_at AS claimedAt FROM report_deliveries')
      .get() as { id: number; claimedAt: string };
    const delivery = {
      id,
      claimedAt: new Date(claimedAt),
      issue: { createdAt: NOW },
    } as unknown as Parameters<typeof decideDelivery>[1];
    return { ...scene, delivery };
  }

  it.each([
    ['leave', 'sending'],
    ['sent', 'sent'],
    ['send', 'failed'],
  ] as const)('to %s it makes it %s', async (decision, state) => {
    const { db, delivery } = await abandoned();
    await decideDelivery(db, delivery, decision);
    expect(stateOf(db)).toMatchObject({ state });
  });

  it('counts no attempt that is to be made again', async () => {
    const { db, delivery } = await abandoned();
    await decideDelivery(db, delivery, 'send');
    expect(stateOf(db)).toEqual({ state: 'failed', attempts: 0, isFinal: 0 });
  });

  it('changes nothing once somebody else has decided', async () => {
    const { db, delivery } = await abandoned();
    await decideDelivery(db, delivery, 'sent');
    await decideDelivery(db, delivery, 'send');
    expect(stateOf(db)).toMatchObject({ state: 'sent' });
  });
});
