import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoveredDay, SessionDayClaim } from '../../src/index.ts';
import { breakdowns, planSessionDays, sessionBreakdowns } from '../../src/index.ts';

const day = '2026-11-19';

function aClaim(claim: Partial<SessionDayClaim> = {}): SessionDayClaim {
  return {
    state: 'complete',
    overlapSeconds: 20 * 3600,
    windowEnd: new Date('2026-11-20T04:00:00Z'),
    ...claim,
  };
}

function stored(some: Partial<CoveredDay> = {}): CoveredDay {
  return {
    ...aClaim(),
    day,
    breakdown: 'total',
    method: 'direct',
    callId: 1,
    subtractedCallId: null,
    ...some,
  };
}

const plan = (claim: SessionDayClaim, holders: readonly CoveredDay[] = []) =>
  planSessionDays(new Map([[day, claim]]), { stored: holders, callId: 9 });

describe('session records', () => {
  it('get a day that nothing has, in every breakdown they give', () => {
    const { won, left, coverage } = plan(aClaim());
    expect({ won, left }).toEqual({ won: [day], left: [] });
    expect(coverage).toEqual(
      sessionBreakdowns.map((breakdown) => stored({ breakdown, method: 'sessions', callId: 9 })),
    );
  });

  it('leave a day to a response that covers more of it', () => {
    const response = stored({ overlapSeconds: 21 * 3600 });
    expect(plan(aClaim(), [response])).toEqual({ won: [], coverage: [], left: [day] });
  });

  it('take a day from a response that covers less of it', () => {
    expect(plan(aClaim(), [stored({ overlapSeconds: 19 * 3600 })]).won).toEqual([day]);
  });

  it('take a day on a tie only with the later window', () => {
    expect(plan(aClaim(), [stored()]).won).toEqual([]);
    const earlier = stored({ windowEnd: new Date('2026-11-20T03:59:59Z') });
    expect(plan(aClaim(), [earlier]).won).toEqual([day]);
  });

  it('add to records of any window, narrower or wider', () => {
    const narrower = stored({ method: 'sessions', overlapSeconds: 3600 });
    const wider = stored({ method: 'sessions', overlapSeconds: 24 * 3600 });
    expect(plan(aClaim(), [narrower]).won).toEqual([day]);
    expect(plan(aClaim(), [wider]).won).toEqual([day]);
  });

  it('leave the coverage of a wider window as it is', () => {
    const wider = stored({ method: 'sessions', overlapSeconds: 24 * 3600 });
    const covered = plan(aClaim(), [wider]).coverage.map(({ breakdown }) => breakdown);
    expect(covered).toEqual(sessionBreakdowns.filter((breakdown) => breakdown !== 'total'));
  });

  it('stay an estimate on a day that once took some in by a guess', () => {
    const guess = stored({ method: 'sessions', state: 'estimated', overlapSeconds: 3600 });
    const states = new Set(plan(aClaim(), [guess]).coverage.map(({ state }) => state));
    expect(states).toEqual(new Set(['estimated']));
  });

  it('are not an estimate because a response was one', () => {
    const difference = stored({ method: 'differenced', state: 'estimated', overlapSeconds: 3600 });
    expect(plan(aClaim(), [difference]).coverage[0]?.state).toBe('complete');
  });

  it('are judged by the site as a whole, not by one breakdown of it', () => {
    const pages = stored({ breakdown: 'page', overlapSeconds: 24 * 3600 });
    const { won, coverage } = plan(aClaim(), [pages]);
    expect(won).toEqual([day]);
    expect(coverage.map(({ breakdown }) => breakdown)).not.toContain('page');
  });

  it('come with their days in order', () => {
    const claims = new Map(
      ['2026-11-21', '2026-11-19', '2026-11-20'].map((one) => [one, aClaim()]),
    );
    expect(planSessionDays(claims, { stored: [], callId: null }).won).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ]);
  });

  it('either get or leave each day they claim, and touch no other', () => {
    const days = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'];
    const seconds = fc.nat({ max: 24 }).map((hours) => hours * 3600);
    const states = fc.constantFrom('complete' as const, 'estimated' as const, 'truncated' as const);
    const ends = fc.nat({ max: 3 }).map((hours) => new Date(Date.UTC(2026, 10, 20, hours)));
    const claim = fc.record({ state: states, overlapSeconds: seconds, windowEnd: ends });
    const holder = fc.record({
      state: states,
      overlapSeconds: seconds,
      windowEnd: ends,
      day: fc.constantFrom(...days),
      breakdown: fc.constantFrom(...breakdowns),
      method: fc.constantFrom('direct' as const, 'sessions' as const),
      callId: fc.nat(),
      subtractedCallId: fc.constant(null),
    });
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...days), claim),
        fc.uniqueArray(holder, { selector: (one) => `${one.day} ${one.breakdown}` }),
        (claimed, holders) => {
          const claims = new Map(Object.entries(claimed));
          const { won, left, coverage } = planSessionDays(claims, { stored: holders, callId: 1 });
          expect([...won, ...left].toSorted()).toEqual([...claims.keys()].toSorted());
          for (const covered of coverage) {
            expect(won).toContain(covered.day);
            const before = holders.find(
              (one) => one.day === covered.day && one.breakdown === covered.breakdown,
            );
            // Coverage never shrinks.
            expect(covered.overlapSeconds).toBeGreaterThanOrEqual(before?.overlapSeconds ?? 0);
          }
        },
      ),
    );
  });
});
