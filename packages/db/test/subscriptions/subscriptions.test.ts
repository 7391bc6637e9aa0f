import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/index.ts';
import {
  DIGEST_SCOPE,
  listUnsubscribed,
  resubscribe,
  subscriptionOfToken,
  unsubscribe,
  unsubscribeToken,
} from '../../src/index.ts';
import {
  aDatabaseWithProjects,
  anIssue,
  anna,
  anotherConnection,
  ben,
  schedule,
} from '../support/a-report-issue.ts';

const now = new Date('2026-11-23T06:00:00.000Z');
const later = new Date('2026-11-24T06:00:00.000Z');

/** A database whose shop and digest have been sent to Anna and Ben. */
async function aDatabaseWithRecipients(): Promise<Database> {
  const db = aDatabaseWithProjects();
  for (const scope of ['shop', DIGEST_SCOPE]) {
    await schedule(db, await anIssue(db, { scope }), [anna, ben]);
    await schedule(db, await anIssue(db, { scope, week: '2026-W46' }), [anna]);
  }
  return db;
}

describe('a token to unsubscribe', () => {
  it('leads back to the scope and recipient that it was made for', async () => {
    const db = await aDatabaseWithRecipients();
    for (const scope of ['shop', DIGEST_SCOPE]) {
      for (const recipient of [anna, ben]) {
        const token = unsubscribeToken(db, { scope, recipient, now });
        expect(subscriptionOfToken(db, token)).toEqual({ scope, recipient });
      }
    }
  });

  it('is the same every week, fits into an address, and tells nothing', async () => {
    const db = await aDatabaseWithRecipients();
    const token = unsubscribeToken(db, { scope: 'shop', recipient: anna, now });
    expect(token).toMatch(/^v1\.[\w-]{43}$/);
    expect(unsubscribeToken(db, { scope: 'shop', recipient: anna, now: later })).toBe(token);
    const other = aDatabaseWithProjects();
    expect(unsubscribeToken(other, { scope: 'shop', recipient: anna, now })).not.toBe(token);
  });

  it('is worth nothing when anything of it is changed, added or left out', async () => {
    const db = await aDatabaseWithRecipients();
    const token = unsubscribeToken(db, { scope: 'shop', recipient: anna, now });
    const changed = Array.from(token, (character, at) => {
      const other = character === 'A' ? 'B' : 'A';
      return `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
    });
    const wrong = [
      ...changed,
      '',
      'v1.',
      token.slice(3),
      token.slice(0, -1),
      `${token}A`,
      `${token}=`,
      `${token}.x`,
      ` ${token}`,
      token.toUpperCase(),
      'é'.repeat(46),
    ];
    expect(wrong.filter((one) => subscriptionOfToken(db, one) !== null)).toEqual([]);
  });

  it('is worth nothing for who was never to be sent anything', async () => {
    const db = await aDatabaseWithRecipients();
    const stranger = unsubscribeToken(db, { scope: 'shop', recipient: 'eve@shop.example', now });
    const elsewhere = unsubscribeToken(db, { scope: 'blog', recipient: anna, now });
    expect([stranger, elsewhere].map((token) => subscriptionOfToken(db, token))).toEqual([
      null,
      null,
    ]);
  });

  it('needs a key, which asking alone does not make', async () => {
    const db = await aDatabaseWithRecipients();
    const keys = db.sql.prepare('SELECT purpose, length(key) AS bytes FROM signing_keys');
    expect(subscriptionOfToken(db, `v1.${'A'.repeat(43)}`)).toBeNull();
    expect(keys.all()).toEqual([]);
    const other = anotherConnection(db);
    const tokens = [db, other].map((one) =>
      unsubscribeToken(one, { scope: 'shop', recipient: anna, now }),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(keys.all()).toEqual([{ purpose: 'unsubscribe', bytes: 32 }]);
  });
});

describe('a subscription', () => {
  it('ends once, in one scope, and keeps when that was', () => {
    const db = aDatabaseWithProjects();
    unsubscribe(db, { scope: 'shop', recipient: anna, now });
    unsubscribe(db, { scope: 'shop', recipient: anna, now: later });
    unsubscribe(db, { scope: DIGEST_SCOPE, recipient: ben, now: later });
    expect(listUnsubscribed(db, 'shop')).toEqual([
      { scope: 'shop', recipient: anna, unsubscribedAt: now },
    ]);
    expect(listUnsubscribed(db, 'blog')).toEqual([]);
    expect(listUnsubscribed(db)).toEqual([
      { scope: DIGEST_SCOPE, recipient: ben, unsubscribedAt: later },
      { scope: 'shop', recipient: anna, unsubscribedAt: now },
    ]);
  });

  it('is taken up again, in one scope', () => {
    const db = aDatabaseWithProjects();
    for (const scope of ['shop', 'blog']) unsubscribe(db, { scope, recipient: anna, now });
    expect(resubscribe(db, { scope: 'shop', recipient: anna })).toBe(true);
    expect(resubscribe(db, { scope: 'shop', recipient: anna })).toBe(false);
    expect(listUnsubscribed(db).map(({ scope }) => scope)).toEqual(['blog']);
  });
});
