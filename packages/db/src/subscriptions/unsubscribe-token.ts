import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { findSigningKey, signingKey } from './signing-key.ts';
import type { Subscription } from './subscription.ts';

const PURPOSE = 'unsubscribe';

/** Of what is signed and how: a later version can tell the tokens of this one. */
const VERSION = 'v1';

/**
 * What may end one subscription, for an address in a mail: `v1.` and an HMAC-SHA256 in base64url. It
 * tells neither scope nor recipient: only who has the key can find out whose it is, among those who
 * were ever to be sent something.
 */
export function unsubscribeToken(
  db: Database,
  { scope, recipient, now }: Subscription & { now: Date },
): string {
  return tokenOf({ scope, recipient }, signingKey(db, { purpose: PURPOSE, now }));
}

const SENT_TO = `SELECT DISTINCT scope, recipient
  FROM report_deliveries JOIN report_issues ON report_issues.id = report_deliveries.issue_id`;

/** Whose token this is, or null when it is none of ours. */
export function subscriptionOfToken(db: Database, token: string): Subscription | null {
  const key = findSigningKey(db, PURPOSE);
  if (key === null) return null;
  const all = prepared(db, SENT_TO).all() as Subscription[];
  return all.find((one) => isSame(tokenOf(one, key), token)) ?? null;
}

function tokenOf({ scope, recipient }: Subscription, key: Buffer): string {
  const signed = JSON.stringify([VERSION, scope, recipient]);
  return `${VERSION}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

/** In a time that tells nothing of where they differ. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
