import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AnsweredWindow,
  Breakdown,
  CoveredDay,
  DaySettlement,
  NumOfDays,
  ResponseSummary,
} from '../../src/index.ts';
import { planSettlement, resolveDays } from '../../src/index.ts';

const november = { from: '2026-11-01', to: '2026-11-30', timeZone: 'UTC' };

interface AResponse {
  callId: number;
  at: string;
  numOfDays?: NumOfDays;
  sessions?: number;
  truncated?: boolean;
  breakdown?: Breakdown;
}

function windowOf({ callId, at, numOfDays = 1, truncated = false }: AResponse): AnsweredWindow {
  return { callId, numOfDays, truncated, windowEnd: new Date(at) };
}

function plan(
  responses: readonly AResponse[],
  {
    stored = [],
    gone = [],
    ...overrides
  }: {
    stored?: readonly CoveredDay[];
    /** Calls whose raw response was deleted. */
    gone?: readonly number[];
    rebuild?: boolean;
    from?: string;
    to?: string;
  } = {},
) {
  const byBreakdown = Map.groupBy(responses, ({ breakdown = 'total' }) => breakdown);
  const windows = new Map([...byBreakdown].map(([name, some]) => [name, some.map(windowOf)]));
  const summaryOf = (callId: number): ResponseSummary | null => {
    const response = responses.find((one) => one.callId === callId);
    if (response === undefined || gone.includes(callId)) return null;
    const { breakdown = 'total', sessions = 10 } = response;
    return { sessions: new Map([[breakdown, sessions]]), listedSessions: null };
  };
  const isArchived = (callId: number): boolean => !gone.includes(callId);
  const input = { ...november, windows, stored, summaryOf, isArchived, rebuild: false };
  return planSettlement({ ...input, ...overrides });
}

/** What is stored once a plan is carried out. */
function carriedOut(
  stored: readonly CoveredDay[],
  days: readonly DaySettlement[],
): readonly CoveredDay[] {
  const keyOf = ({ day, breakdown }: { day: string; breakdown: string }) => `${day} ${breakdown}`;
  const after = new Map(stored.map((day) => [keyOf(day), day]));
  for (const settlement of days) {
    if (settlement.action === 'remove') after.delete(keyOf(settlement));
    else after.set(keyOf(settlement), { ...settlement.source, breakdown: settlement.breakdown });
  }
  return [...after.values()];
}

const asText = (settlement: DaySettlement): string =>
  settlement.action === 'remove'
    ? `${settlement.day} ${settlement.breakdown} removed`
    : `${settlement.day} ${settlement.breakdown} ${settlement.action} ${settlement.source.state} ` +
      `of ${settlement.source.callId}-${settlement.source.subtractedCallId ?? ''}`;

const texts = (days: readonly DaySettlement[]): string[] => days.map(asText);

function aStoredDay(day: Partial<CoveredDay> = {}): CoveredDay {
  return {
    breakdown: 'total',
    day: '2026-11-19',
    state: 'complete',
    method: 'direct',
    callId: 1,
    subtractedCallId: null,
    overlapSeconds: 19 * 3600,
    windowEnd: new Date('2026-11-20T05:00:00Z'),
    ...day,
  };
}

const morning = { callId: 1, at: '2026-11-20T05:00:00Z' };

describe('a day without anything stored', () => {
  it('is written from the response that wins it', () => {
    const later = { callId: 2, at: '2026-11-20T08:00:00Z' };
    expect(texts(plan([later, morning]).days)).toEqual(['2026-11-19 total write complete of 1-']);
  });

  it('is written from a difference, and knows both responses', () => {
    const wide: AResponse = { callId: 2, at: '2026-11-20T05:00:01Z', numOfDays: 2, sessions: 25 };
    expect(texts(plan([morning, wide]).days)).toEqual([
      '2026-11-18 total write estimated of 2-1',
      '2026-11-19 total write complete of 1-',
    ]);
  });

  it('comes in order of day and breakdown, whatever the order of the responses', () => {
    const responses = (['page', 'device', 'total'] as const).flatMap((breakdown, index) => [
      { callId: 10 + index, at: '2026-11-21T05:00:00Z', breakdown },
      { callId: 20 + index, at: '2026-11-20T05:00:00Z', breakdown },
    ]);
    const keys = plan(responses).days.map(({ day, breakdown }) => `${day} ${breakdown}`);
    expect(keys).toEqual(keys.toSorted());
    expect(keys).toHaveLength(6);
  });

  it('outside the range is left to another settlement', () => {
    expect(plan([morning], { from: '2026-11-20' }).days).toEqual([]);
    expect(plan([morning], { to: '2026-11-18' }).days).toEqual([]);
    expect(plan([morning], { from: '2026-11-19', to: '2026-11-19' }).days).toHaveLength(1);
  });
});

describe('a day that is stored', () => {
  it('from its source needs nothing', () => {
    expect(plan([morning], { stored: [aStoredDay()] }).days).toEqual([]);
  });

  it('from its source is written again only to rebuild it', () => {
    expect(texts(plan([morning], { stored: [aStoredDay()], rebuild: true }).days)).toEqual([
      '2026-11-19 total write complete of 1-',
    ]);
  });

  it('keeps its facts when only its state has changed', () => {
    const cut = { ...morning, truncated: true };
    expect(texts(plan([cut], { stored: [aStoredDay()] }).days)).toEqual([
      '2026-11-19 total restate truncated of 1-',
    ]);
  });

  it.each([
    ['the call', { callId: 7 }],
    ['the end of the window', { windowEnd: new Date('2026-11-20T05:00:01Z') }],
    ['the seconds covered', { overlapSeconds: 1 }],
    ['the way it was made', { method: 'differenced', subtractedCallId: 3 }],
  ] as const)('is written when %s differs', (_what, difference) => {
    expect(plan([morning], { stored: [aStoredDay(difference)] }).days).toMatchObject([
      { action: 'write' },
    ]);
  });

  it('is removed when no response gives it any more', () => {
    expect(texts(plan([], { stored: [aStoredDay()] }).days)).toEqual(['2026-11-19 total removed']);
  });

  it('stays when its raw response was deleted, since nothing could bring it back', () => {
    expect(plan([], { stored: [aStoredDay()], gone: [1] }).days).toEqual([]);
  });

  it('stays when it was imported, since no response gave it', () => {
    const imported = aStoredDay({ method: 'sessions', callId: null });
    expect(plan([], { stored: [imported] }).days).toEqual([]);
  });

  it('before the range is looked at and left alone', () => {
    const before = aStoredDay({ day: '2026-10-31' });
    expect(plan([], { stored: [before] }).days).toEqual([]);
  });
});

describe('a day of session records', () => {
  const records = (overlapSeconds: number, windowEnd = '2026-11-20T05:00:00Z'): CoveredDay =>
    aStoredDay({ method: 'sessions', overlapSeconds, windowEnd: new Date(windowEnd) });

  it('stays unless a response covers more of it', () => {
    expect(plan([morning], { stored: [records(24 * 3600)] }).days).toEqual([]);
    expect(plan([morning], { stored: [records(18 * 3600)] }).days).toHaveLength(1);
  });

  it('goes to the later window on a tie', () => {
    expect(plan([morning], { stored: [records(19 * 3600)] }).days).toEqual([]);
    const earlier = records(19 * 3600, '2026-11-20T04:59:59Z');
    expect(plan([morning], { stored: [earlier] }).days).toHaveLength(1);
  });

  it('is not taken by a rebuild either', () => {
    expect(plan([morning], { stored: [records(24 * 3600)], rebuild: true }).days).toEqual([]);
  });
});

describe('a difference that cannot be', () => {
  const wide: AResponse = { callId: 2, at: '2026-11-20T05:00:01Z', numOfDays: 2, sessions: 9 };

  it('is refused, and its day gets nothing', () => {
    const { days, refused } = plan([morning, wide]);
    expect(texts(days)).toEqual(['2026-11-19 total write complete of 1-']);
    expect(refused).toEqual([
      { breakdown: 'total', day: '2026-11-18', callId: 2, subtractedCallId: 1 },
    ]);
  });

  it('leaves its day to the next best source', () => {
    const direct: AResponse = { callId: 3, at: '2026-11-19T09:00:00Z' };
    expect(texts(plan([direct, morning, { ...wide, sessions: 25 }]).days)[0]).toBe(
      '2026-11-18 total write estimated of 2-1',
    );
    expect(texts(plan([direct, morning, wide]).days)[0]).toBe(
      '2026-11-18 total write complete of 3-',
    );
  });

  it('is possible when both have as many sessions', () => {
    expect(plan([morning, { ...wide, sessions: 10 }]).refused).toEqual([]);
  });

  it('of one breakdown says nothing about another', () => {
    const responses: AResponse[] = (['total', 'page'] as const).flatMap((breakdown, index) => [
      { ...morning, callId: 10 + index, breakdown },
      { ...wide, callId: 20 + index, breakdown, sessions: breakdown === 'page' ? 9 : 25 },
    ]);
    const { days, refused } = plan(responses);
    expect(refused.map(({ breakdown }) => breakdown)).toEqual(['page']);
    expect(texts(days).filter((text) => text.startsWith('2026-11-18'))).toEqual([
      '2026-11-18 total write estimated of 20-10',
    ]);
  });

  it('is not looked for where a raw response is gone', () => {
    expect(plan([morning, wide], { gone: [1] }).refused).toEqual([]);
  });

  it('is not looked for again where the day has it already, unless to rebuild it', () => {
    const made = aStoredDay({
      day: '2026-11-18',
      state: 'estimated',
      method: 'differenced',
      callId: 2,
      subtractedCallId: 1,
      windowEnd: new Date('2026-11-19T05:00:01Z'),
      overlapSeconds: 68_399,
    });
    expect(plan([morning, wide], { stored: [made, aStoredDay()] })).toEqual({
      days: [],
      refused: [],
    });
    const rebuilt = plan([morning, wide], { stored: [made, aStoredDay()], rebuild: true });
    expect(rebuilt.refused).toHaveLength(1);
    expect(texts(rebuilt.days)[0]).toBe('2026-11-18 total removed');
  });

  it('is not looked for in responses that lie outside the range', () => {
    const asked: number[] = [];
    planSettlement({
      ...november,
      from: '2026-11-25',
      windows: new Map([['total', [windowOf(morning), windowOf(wide)]]]),
      stored: [],
      summaryOf: (callId) => {
        asked.push(callId);
        return null;
      },
      isArchived: () => true,
      rebuild: false,
    });
    expect(asked).toEqual([]);
  });
});

const hour = 3_600_000;
const start = Date.parse('2026-11-10T00:00:00Z');

/** Responses of some hours of a week, with counts that are often impossible to difference. */
const someResponses = fc
  .array(
    fc.record({
      hours: fc.nat({ max: 7 * 24 }),
      minutes: fc.nat({ max: 20 }),
      numOfDays: fc.constantFrom<NumOfDays>(1, 2, 3),
      sessions: fc.nat({ max: 40 }),
      truncated: fc.boolean(),
      breakdown: fc.constantFrom<Breakdown>('total', 'page'),
    }),
    { maxLength: 24 },
  )
  .map((list): AResponse[] =>
    list.map(({ hours, minutes, ...response }, index) => ({
      ...response,
      callId: index + 1,
      at: new Date(start + hours * hour + minutes * 60_000).toISOString(),
    })),
  );

const whole = { from: '2026-11-05', to: '2026-11-20' };

describe('whatever was collected', () => {
  it('plans nothing more once a plan is carried out', () => {
    fc.assert(
      fc.property(someResponses, (responses) => {
        const stored = carriedOut([], plan(responses, whole).days);
        expect(plan(responses, { ...whole, stored }).days).toEqual([]);
        expect(
          carriedOut(stored, plan(responses, { ...whole, stored, rebuild: true }).days),
        ).toEqual(stored);
      }),
    );
  });

  it('gives the same days in whatever order the responses are parsed', () => {
    fc.assert(
      fc.property(someResponses, fc.nat(), (responses, seed) => {
        const shuffled = responses.toSorted(
          (a, b) => ((a.callId * 7919 + seed) % 101) - ((b.callId * 7919 + seed) % 101),
        );
        let stored: readonly CoveredDay[] = [];
        for (let parsed = 1; parsed <= shuffled.length; parsed += 1) {
          const { days } = plan(shuffled.slice(0, parsed), { ...whole, stored });
          stored = carriedOut(stored, days);
        }
        const atOnce = carriedOut([], plan(responses, whole).days);
        const sorted = (days: readonly CoveredDay[]): string[] =>
          days.map((day) => JSON.stringify(day, Object.keys(day).toSorted())).toSorted();
        expect(sorted(stored)).toEqual(sorted(atOnce));
      }),
    );
  });

  it('writes what resolveDays says where every difference is possible', () => {
    fc.assert(
      fc.property(someResponses, (responses) => {
        const possible = responses.map((response) => ({ ...response, sessions: 10 }));
        const { days } = plan(possible, whole);
        for (const breakdown of ['total', 'page'] as const) {
          const windows = possible.filter((one) => one.breakdown === breakdown).map(windowOf);
          const sources = [...resolveDays(windows, { timeZone: 'UTC' }).values()];
          const written = days.flatMap((one) =>
            one.action !== 'remove' && one.breakdown === breakdown ? [one.source] : [],
          );
          expect(written).toEqual(sources.toSorted((a, b) => (a.day < b.day ? -1 : 1)));
        }
      }),
    );
  });

  it('never differences responses of which the narrower has more sessions', () => {
    fc.assert(
      fc.property(someResponses, (responses) => {
        const sessionsOf = (callId: number): number => responses[callId - 1]?.sessions ?? NaN;
        for (const one of plan(responses, whole).days) {
          if (one.action === 'remove' || one.source.subtractedCallId === null) continue;
          const { callId, subtractedCallId } = one.source;
          expect(sessionsOf(callId)).toBeGreaterThanOrEqual(sessionsOf(subtractedCallId));
        }
      }),
    );
  });
});
