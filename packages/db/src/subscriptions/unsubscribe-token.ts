import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { Subscription } from './subscription.ts';

const PURPOSE = 'unsubscribe';
const KEY_BYTES = 32;

/** Says what is signed and how, so that a later version recognises the tokens of this one. */
const VERSION = 'v1';

const FIND_KEY = 'SELECT key FROM signing_keys WHERE purpose = ?';
const ADD_KEY = `INSERT INTO signing_keys (purpose, key, created_at) VALUES (@purpose, @key, @now)
  ON CONFLICT DO NOTHING`;

/**
 * The token of an unsubscribe link, which ends one subscription: `v1.` and an HMAC-SHA256 in base64url. It
 * reveals neither scope nor recipient: only with the key can one find out whose it is, among those who were
 * ever sent something.
 */
export function unsubscribeToken(
  db: Database,
  { scope, recipient, now }: Subscription & { now: Date },
): string {
  return tokenOf({ scope, recipient }, keyOf(db, now));
}

const SENT_TO = `SELECT DISTINCT scope, recipient
  FROM report_deliveries JOIN report_issues ON report_issues.id = report_deliveries.issue_id`;

/** The subscription that a token belongs to, or null if we did not issue it. */
export function subscriptionOfToken(db: Database, token: string): Subscription | null {
  const key = findKey(db);
  if (key === null) return null;
  const all = prepared(db, SENT_TO).all() as Subscription[];
  return all.find((one) => isSame(tokenOf(one, key), token)) ?? null;
}

function tokenOf({ scope, recipient }: Subscription, key: Buffer): string {
  const signed = JSON.stringify([VERSION, scope, recipient]);
  return `${VERSION}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

/** Compares in a time that does not depend on where they differ. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** This database's own secret for unsubscribe tokens, or null until the first one is needed. */
function findKey(db: Database): Buffer | null {
  const key = prepared(db, FIND_KEY).pluck().get(PURPOSE) as Buffer | undefined;
  return key ?? null;
}

/** The same secret, made on first use: the same for all processes, even if several make it at once. */
function keyOf(db: Database, now: Date): Buffer {
  const known = findKey(db);
  if (known !== null) return known;
  const key = randomBytes(KEY_BYTES);
  prepared(db, ADD_KEY).run({ purpose: PURPOSE, key, now: now.toISOString() });
  const stored = findKey(db);
  if (stored === null) throw new Error('The key that signs unsubscribe links was not stored.');
  return stored;
}
