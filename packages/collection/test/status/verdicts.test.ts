import { describe, expect, it } from 'vitest';
import { isStale, needsAttention, tokenStatus } from '../../src/index.ts';

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
    ['calls are free beside the reserve', { left: 2 }, true],
    ['the first run has left only the reserve', { left: 1 }, false],
    ['our own calls leave none', { left: 0 }, false],
    ['another program uses the calls', { left: 0, isRefusing: true }, true],
  ])('a gap raises an alarm when %s: %o %s', (_why, quota, isAlarming) => {
    const free = { limit: 10, used: 9, isSpent: false, isRefusing: false, nextFreeAt: null };
    const status = {
      isStale: false,
      healableDays: ['2026-11-18'],
      quota: { ...free, nextFree: 0, resetsAt: now, reserve: 1, ...quota },
    };
    expect(needsAttention(status)).toBe(isAlarming);
    expect(needsAttention({ ...status, healableDays: [] })).toBe(false);
    expect(needsAttention({ ...status, isStale: true })).toBe(true);
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
