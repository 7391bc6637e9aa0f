import { expect, it } from 'vitest';
import { tokenExpiry } from '../../src/index.ts';

const now = new Date('2026-11-20T05:00:00Z');

it.each([
  [null, 'far'],
  ['2026-11-19T05:00:00Z', 'expired'],
  ['2026-11-20T05:00:00Z', 'expired'],
  ['2026-11-20T05:00:01Z', { days: 0 }],
  ['2026-11-21T05:00:00Z', { days: 1 }],
  ['2026-12-04T05:00:00Z', { days: 14 }],
  ['2026-12-04T05:00:01Z', 'far'],
])('a token until %s: %j', (expiresAt, expiry) => {
  expect(tokenExpiry(expiresAt === null ? null : new Date(expiresAt), now)).toEqual(expiry);
});
