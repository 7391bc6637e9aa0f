import { describe, expect, it } from 'vitest';
import { alertKey } from '../src/alerts/alert.ts';
import { alertsOf } from '../src/alerts/alerts-of.ts';
import { endedConditions } from '../src/alerts/ended-conditions.ts';
import type { CollectionFacts } from '../src/index.ts';
import { someFacts } from './support/facts.ts';

const now = new Date('2026-11-20T05:00:00Z');
const fingerprint = '0123456789abcdef';

function raised(overrides: Partial<CollectionFacts>): [string, string][] {
  return alertsOf(someFacts(overrides), now)
    .map(alertKey)
    .map(({ kind, subject }) => [kind, subject]);
}

function expiring(at: string | null): Partial<CollectionFacts> {
  return { token: { fingerprint, expiresAt: at === null ? null : new Date(at) } };
}

describe('a collection raises', () => {
  it('nothing when it went well', () => {
    expect(raised({})).toEqual([]);
  });

  it.each(['unavailable', 'timeout', 'unreachable', 'not-understood', 'request-refused'])(
    'nothing for an error that the exit code tells: %s',
    (error) => {
      expect(raised({ error, answered: 0 })).toEqual([]);
    },
  );

  it('a refused token, by its fingerprint', () => {
    expect(raised({ error: 'token-refused' })).toEqual([['token-refused', fingerprint]]);
  });

  it.each([
    ['2026-12-04T05:00:00.001Z', []],
    ['2026-12-04T05:00:00.000Z', [['token-expiring', fingerprint]]],
    ['2026-11-19T00:00:00.000Z', [['token-expiring', fingerprint]]],
    [null, []],
  ])('a token that expires at %s: %j', (at, alerts) => {
    expect(raised(expiring(at))).toEqual(alerts);
  });

  it('each day that today is the last to heal', () => {
    expect(raised({ daysAtRisk: ['2026-11-17', '2026-11-18'] })).toEqual([
      ['day-at-risk', '2026-11-17'],
      ['day-at-risk', '2026-11-18'],
    ]);
  });

  it('a changed format once, whatever the order of the names', () => {
    expect(raised({ unrecognised: ['b', 'a', 'b'] })).toEqual([['format-changed', 'a, b']]);
  });

  it('answers that cannot be read as one, until they can be read again', () => {
    expect(raised({ unreadable: ['It has 400,000 rows.', 'It is no list.'] })).toEqual([
      ['answers-unreadable', 'answers'],
    ]);
    const ended = (facts: Partial<CollectionFacts>) =>
      endedConditions(someFacts(facts), now).filter(({ kind }) => kind === 'answers-unreadable');
    expect(ended({ answered: 3 })).toEqual([{ kind: 'answers-unreadable', keep: [] }]);
    expect(ended({ answered: 3, unreadable: ['x'] })[0]?.keep).toEqual(['answers']);
    expect(ended({ answered: 0 })).toEqual([]);
  });

  it('a quota that others spend, by the UTC day', () => {
    expect(raised({ error: 'quota-spent', isQuotaUsedElsewhere: true })).toEqual([
      ['quota-spent-elsewhere', '2026-11-20'],
    ]);
  });

  it('nothing when we have spent the quota ourselves', () => {
    expect(raised({ error: 'quota-spent' })).toEqual([]);
  });
});

describe('a condition has ended', () => {
  const kept = (overrides: Partial<CollectionFacts>) =>
    Object.fromEntries(
      endedConditions(someFacts(overrides), now).map(({ kind, keep }) => [kind, keep]),
    );

  it('when Clarity has answered, the token is far from its end and no day is at risk', () => {
    expect(kept({})).toEqual({
      'token-refused': [],
      'token-expiring': [],
      'day-at-risk': [],
      'answers-unreadable': [],
    });
  });

  it('not for a token of which nothing is known, because nothing was asked or answered', () => {
    expect(kept({ answered: 0 })).toMatchObject({ 'token-refused': [fingerprint] });
    expect(kept({ answered: 0, error: 'unreachable' })).toMatchObject({
      'token-refused': [fingerprint],
    });
  });

  it('not for a token that is refused in the middle of a run', () => {
    expect(kept({ answered: 1, error: 'token-refused' })).toMatchObject({
      'token-refused': [fingerprint],
    });
  });

  it('not for what is still so', () => {
    expect(kept({ ...expiring('2026-11-21T00:00:00Z'), daysAtRisk: ['2026-11-18'] })).toEqual({
      'token-refused': [],
      'token-expiring': [fingerprint],
      'day-at-risk': ['2026-11-18'],
      'answers-unreadable': [],
    });
  });
});
