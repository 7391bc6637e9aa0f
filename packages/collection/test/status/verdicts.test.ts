import { describe, expect, it } from 'vitest';
import { isStale, tokenStatus } from '../../src/index.ts';

describe('the verdicts', () => {
  const now = new Date('2026-11-20T05:00:00Z');

  it.each([
    [null, true],
    ['2026-11-19T03:00:00Z', false],
    ['2026-11-19T02:59:59Z', true],
  ])('data of %s are stale: %s', (last, stale) => {
    const at = last === null ? null : new Date(last);
    expect(isStale(at, { now, maxAgeHours: 26 })).toBe(stale);
  });

  it.each([
    ['2026-11-20T04:59:00Z', 'expired'],
    ['2026-12-04T05:00:00Z', 'expiring'],
    ['2026-12-04T05:00:01Z', 'valid'],
  ])('a token until %s is %s', (expiry, state) => {
    const claims = {
      issuer: null,
      audience: 'clarity.data-exporter',
      scope: 'Data.Export',
      issuedAt: null,
      expiresAt: new Date(expiry),
    };
    expect(tokenStatus({ token: 't', claims, isRefused: false, now }).state).toBe(state);
    expect(tokenStatus({ token: 't', claims, isRefused: true, now }).state).toBe('refused');
  });

  it('a token that says nothing is opaque, and one that is not there unset', () => {
    expect(tokenStatus({ token: 't', claims: null, isRefused: false, now }).state).toBe('opaque');
    expect(tokenStatus({ token: null, claims: null, isRefused: false, now }).state).toBe('unset');
  });
});
