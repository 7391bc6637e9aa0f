import { describe, expect, it } from 'vitest';
import type { AnsweredCall, Breakdown, HeldDay, NumOfDays } from '../../src/index.ts';
import { planCalls, planOverflow } from '../../src/index.ts';

type PlanInput = Parameters<typeof planCalls>[0];

const daily = ['total', 'page_device', 'device_source_medium'] as const;

/** Answers of all daily breakdowns whose windows ended at an instant. */
function answers(end: string, numOfDays: NumOfDays = 1): AnsweredCall[] {
  return daily.map((breakdown) => anAnswer({ breakdown, numOfDays, windowEnd: new Date(end) }));
}

function anAnswer(call: Partial<AnsweredCall>): AnsweredCall {
  return {
    breakdown: 'total',
    numOfDays: 1,
    windowEnd: new Date('2026-11-20T05:00:00Z'),
    truncated: false,
    ...call,
  };
}

/** What is known of a day that was asked for at five in the morning after it. */
function aHeldDay(day: string, held: Partial<HeldDay> = {}): HeldDay {
  const windowEnd = new Date(Date.parse(`${day}T05:00:00Z`) + 86_400_000);
  return { state: 'complete', overlapSeconds: 19 * 3600, windowEnd, ...held };
}

/** Whatever day or breakdown is asked for is known. */
const allHeld = (_: Breakdown, day: string) => aHeldDay(day);

function aPlan(now: string, options: Partial<PlanInput> = {}) {
  return planCalls({
    now: new Date(now),
    timeZone: 'UTC',
    format: 'insights',
    extras: [],
    callsLeft: 10,
    reserve: 1,
    answered: [],
    held: allHeld,
    ...options,
  });
}

/** The calls in short: `1 total`, the days and the breakdown. */
function planned(now: string, options: Partial<PlanInput> = {}): string[] {
  return aPlan(now, options).calls.map(({ numOfDays, breakdown }) => `${numOfDays} ${breakdown}`);
}

const newestDay = daily.map((breakdown) => `1 ${breakdown}`);

describe('the newest day', () => {
  it('is asked for in three breakdowns', () => {
    expect(planned('2026-11-20T05:00:00Z', { format: null })).toEqual(newestDay);
    expect(planned('2026-11-20T05:00:00Z', { answered: answers('2026-11-19T05:00:00Z') })).toEqual(
      newestDay,
    );
  });

  it('is asked for only where it is not answered yet', () => {
    const answered = [anAnswer({ breakdown: 'total' })];
    expect(planned('2026-11-20T05:10:00Z', { answered })).toEqual([
      '1 page_device',
      '1 device_source_medium',
    ]);
    expect(planned('2026-11-20T08:00:00Z', { answered: answers('2026-11-20T05:00:00Z') })).toEqual(
      [],
    );
  });

  it('is asked for once more after it has ended, when that covers clearly more of it', () => {
    const answered = answers('2026-11-20T14:00:00Z');
    expect(planned('2026-11-20T19:00:00Z', { answered })).toEqual([]);
    expect(planned('2026-11-21T05:00:00Z', { answered })).toEqual(newestDay);
    expect(planned('2026-11-21T09:30:00Z', { answered })).toEqual([]);
  });

  it('is left alone while it lasts when most of its hours are counted on the day before', () => {
    const answered = answers('2026-11-20T05:00:00Z');
    expect(planned('2026-11-20T13:00:00Z', { answered })).toEqual([]);
    expect(planned('2026-11-20T22:00:00Z', { answered })).toEqual(newestDay);
    expect(planned('2026-11-21T05:00:00Z', { answered })).toEqual(newestDay);
    const dayBefore = answers('2026-11-19T14:00:00Z');
    expect(planned('2026-11-20T13:00:00Z', { answered: dayBefore })).toEqual(newestDay);
  });

  it('is asked for once more when what is known of it is counted on the day before as well', () => {
    const answered = [...answers('2026-11-20T05:00:00Z'), ...answers('2026-11-20T22:00:00Z')];
    expect(planned('2026-11-20T23:30:00Z', { answered })).toEqual([]);
    expect(planned('2026-11-21T05:00:00Z', { answered })).toEqual(newestDay);
  });

  it('is that of the project’s zone', () => {
    const timeZone = 'Pacific/Auckland';
    const answered = answers('2026-11-19T17:00:00Z');
    expect(planned('2026-11-20T17:00:00Z', { timeZone, answered })).toEqual(newestDay);
    expect(planned('2026-11-19T20:00:00Z', { timeZone, answered })).toEqual([]);
  });

  it('of session records is asked for at any hour, because each is stored once', () => {
    const answered = [anAnswer({})];
    expect(planned('2026-11-20T13:00:00Z', { answered, format: 'sessions' })).toEqual(['1 total']);
  });
});

describe('a window asked for by hand', () => {
  it('is asked whatever is known', () => {
    const options = { answered: answers('2026-11-20T05:00:00Z'), numOfDays: 3 as const };
    expect(planned('2026-11-20T05:00:00Z', { ...options, format: 'sessions' })).toEqual([
      '3 total',
    ]);
    expect(planned('2026-11-20T05:00:00Z', options)).toEqual(daily.map((of) => `3 ${of}`));
  });

  it('may have the reserve as well, and no more', () => {
    const options = { numOfDays: 1 as const, callsLeft: 1 };
    const { calls, postponed } = aPlan('2026-11-20T05:00:00Z', options);
    expect(calls).toHaveLength(1);
    expect(postponed).toHaveLength(2);
  });
});

describe('healing', () => {
  const nothing = () => null;

  it('makes nine calls of the first connect, for three days', () => {
    const { calls, postponed } = aPlan('2026-11-20T05:00:00Z', { held: nothing, format: null });
    expect(
      calls.map(({ numOfDays, breakdown, reason, day }) => [numOfDays, breakdown, reason, day]),
    ).toEqual([
      [1, 'total', 'newest-day', '2026-11-19'],
      [1, 'page_device', 'newest-day', '2026-11-19'],
      [1, 'device_source_medium', 'newest-day', '2026-11-19'],
      [2, 'total', 'heal', '2026-11-18'],
      [3, 'total', 'heal', '2026-11-17'],
      [2, 'page_device', 'heal', '2026-11-18'],
      [3, 'page_device', 'heal', '2026-11-17'],
      [2, 'device_source_medium', 'heal', '2026-11-18'],
      [3, 'device_source_medium', 'heal', '2026-11-17'],
    ]);
    expect(postponed).toEqual([]);
  });

  it('asks the window of one missed day, and both of the day before that alone', () => {
    const missing = (day: string) => (_: Breakdown, asked: string) =>
      asked === day ? null : aHeldDay(asked);
    expect(planned('2026-11-20T05:00:00Z', { held: missing('2026-11-18') })).toEqual([
      ...newestDay,
      ...daily.map((of) => `2 ${of}`),
    ]);
    expect(planned('2026-11-20T05:00:00Z', { held: missing('2026-11-17') })).toEqual([
      ...newestDay,
      ...daily.flatMap((of) => [`2 ${of}`, `3 ${of}`]),
    ]);
  });

  it('asks a narrower window again when the one that is known is too old to be differenced', () => {
    const answered = answers('2026-11-20T05:00:00Z');
    const held = (_: Breakdown, day: string) => (day === '2026-11-18' ? null : aHeldDay(day));
    expect(planned('2026-11-20T05:10:00Z', { answered, held })).toEqual(
      daily.map((of) => `2 ${of}`),
    );
    expect(planned('2026-11-20T09:00:00Z', { answered, held })).toEqual(
      daily.flatMap((of) => [`1 ${of}`, `2 ${of}`]),
    );
  });

  it('does not try the same twice', () => {
    const answered = [...answers('2026-11-20T05:00:00Z'), ...answers('2026-11-20T05:00:30Z', 2)];
    const held = (_: Breakdown, day: string) => (day === '2026-11-18' ? null : aHeldDay(day));
    expect(planned('2026-11-20T05:10:00Z', { answered, held })).toEqual([]);
    expect(planned('2026-11-20T05:50:00Z', { answered, held })).toEqual([]);
  });

  it('betters an estimate only when a window covers clearly more of the day', () => {
    const estimated = (hours: number) => (_: Breakdown, day: string) =>
      day === '2026-11-18'
        ? aHeldDay(day, {
            state: 'estimated',
            overlapSeconds: hours * 3600,
            windowEnd: new Date(Date.parse('2026-11-19T00:00:00Z') + (24 - hours) * 3_600_000),
          })
        : aHeldDay(day);
    expect(planned('2026-11-20T05:00:00Z', { held: estimated(18.5) })).toEqual(newestDay);
    expect(planned('2026-11-20T05:00:00Z', { held: estimated(14) })).toEqual([
      ...newestDay,
      ...daily.map((of) => `2 ${of}`),
    ]);
  });

  it('never plans into the reserve, and plans calls that need each other together or not at all', () => {
    const { calls, postponed } = aPlan('2026-11-20T05:00:00Z', {
      held: nothing,
      callsLeft: 8,
      reserve: 2,
    });
    expect(calls.map(({ numOfDays, breakdown }) => `${numOfDays} ${breakdown}`)).toEqual([
      ...newestDay,
      '2 total',
      '3 total',
      '2 page_device',
    ]);
    expect(postponed.map(({ numOfDays }) => numOfDays)).toEqual([3, 2, 3]);
    const nothingLeft = aPlan('2026-11-20T05:00:00Z', { held: nothing, callsLeft: 1 });
    expect(nothingLeft.calls).toEqual([]);
  });

  it('never plans more than nine calls, whatever is known, asked and spent', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      for (let callsLeft = 0; callsLeft <= 10; callsLeft += 1) {
        const now = `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`;
        const { calls } = aPlan(now, {
          held: nothing,
          callsLeft,
          extras: ['country', 'os', 'browser'],
          answered: answers('2026-11-19T22:00:00Z'),
        });
        expect(calls.length).toBeLessThanOrEqual(Math.max(0, callsLeft - 1));
      }
    }
  });

  it('asks for wider windows of session records too, after the narrower ones', () => {
    expect(planned('2026-11-20T05:00:00Z', { held: nothing, format: 'sessions' })).toEqual([
      '1 total',
      '2 total',
      '3 total',
    ]);
  });
});

describe('a plan on a bad day', () => {
  it('asks last for what failed lately, so that it keeps nothing from the others', () => {
    const failing = new Set<Breakdown>(['page_device']);
    expect(planned('2026-11-20T05:00:00Z', { failing })).toEqual([
      '1 total',
      '1 device_source_medium',
      '1 page_device',
    ]);
  });

  it('does not go by answers that a clock ahead of its time has dated', () => {
    const answered = answers('2026-11-24T05:00:00Z');
    expect(planned('2026-11-20T05:00:00Z', { answered })).toEqual(newestDay);
    expect(planned('2026-11-24T04:00:00Z', { answered })).toEqual(newestDay);
  });

  it('asks for a day that lasts whole or not at all', () => {
    const answered = answers('2026-11-19T14:00:00Z');
    const evening = (callsLeft: number) => aPlan('2026-11-20T22:00:00Z', { answered, callsLeft });
    expect(evening(4).calls).toHaveLength(3);
    expect(evening(3)).toMatchObject({ calls: [], postponed: { length: 3 } });
    expect(aPlan('2026-11-21T05:00:00Z', { answered, callsLeft: 3 }).calls).toHaveLength(2);
  });

  it('betters what is known only where calls are left for the next newest day', () => {
    const held = (_: Breakdown, day: string) =>
      day === '2026-11-18'
        ? aHeldDay(day, { state: 'estimated', overlapSeconds: 14 * 3600 })
        : aHeldDay(day);
    const calls = (callsLeft: number) =>
      aPlan('2026-11-20T05:00:00Z', { held, callsLeft }).calls.length;
    expect([calls(10), calls(8), calls(7)]).toEqual([6, 4, 3]);
  });

  it('heals no day whose hours are nearly all counted on the day before', () => {
    // Runs at 11:58, and then one at 12:02: the second window of it is nearly that of two days ago.
    const held = (_: Breakdown, day: string) =>
      day === '2026-11-18'
        ? null
        : aHeldDay(day, { windowEnd: new Date(Date.parse(`${day}T11:58:00Z`) + 86_400_000) });
    const { calls } = aPlan('2026-11-19T12:02:00Z', {
      held,
      answered: answers('2026-11-18T11:58:00Z'),
    });
    expect(calls.filter(({ reason }) => reason === 'heal')).toEqual([]);
  });
});

describe('a list that was cut', () => {
  const cut = anAnswer({ breakdown: 'page_device', truncated: true });
  const others = answers('2026-11-20T05:00:00Z').filter(
    ({ breakdown }) => breakdown !== 'page_device',
  );

  it('makes the plan ask for pages alone, at once and for a week', () => {
    const answered = [cut, ...others];
    expect(planned('2026-11-20T05:01:00Z', { answered })).toEqual(['1 page']);
    expect(planned('2026-11-21T05:00:00Z', { answered })).toEqual([
      '1 total',
      '1 page',
      '1 device_source_medium',
    ]);
    expect(planned('2026-11-27T05:01:00Z', { answered })).toEqual(newestDay);
  });

  it('does not make it ask for windows that would be cut as well', () => {
    const answered = [cut, anAnswer({ breakdown: 'page', truncated: true }), ...others];
    expect(planned('2026-11-20T05:01:00Z', { answered, held: () => null })).toEqual(
      ['total', 'device_source_medium'].flatMap((of) => [`2 ${of}`, `3 ${of}`]),
    );
  });

  it('of a wider window makes it heal with pages alone, differenced with the narrow one of both', () => {
    const answered = [
      ...answers('2026-11-20T05:00:00Z'),
      anAnswer({ breakdown: 'page_device', numOfDays: 2, truncated: true }),
    ];
    const held = (breakdown: Breakdown, day: string) =>
      day === '2026-11-18' && breakdown.startsWith('page') ? null : aHeldDay(day);
    expect(planned('2026-11-20T05:01:00Z', { answered, held })).toEqual(['2 page']);
  });

  it('leaves days of pages alone when both are tried again later', () => {
    const held = (breakdown: Breakdown, day: string) =>
      breakdown === 'page_device' ? null : aHeldDay(day);
    expect(planned('2026-11-28T05:00:00Z', { held })).toEqual(newestDay);
  });

  it('is asked anew where only its pages are wanted', () => {
    const answered = [cut, ...others, anAnswer({ breakdown: 'page' })];
    const held = (breakdown: Breakdown, day: string): HeldDay =>
      day === '2026-11-18' && breakdown === 'page'
        ? aHeldDay(day, { state: 'truncated' })
        : aHeldDay(day);
    expect(planned('2026-11-20T05:01:00Z', { answered, held })).toEqual(['2 page']);
  });
});

describe('extra breakdowns', () => {
  it('come last, also with their older days, and leave the daily calls of the next run', () => {
    const held = (of: Breakdown, day: string) =>
      day === '2026-11-18' && of === 'country' ? null : aHeldDay(day);
    expect(planned('2026-11-20T05:00:00Z', { held, extras: ['country', 'os'] })).toEqual([
      ...newestDay,
      '1 country',
      '1 os',
      '2 country',
    ]);
    const more = { held, extras: ['country', 'os', 'browser'] as const };
    expect(planned('2026-11-20T05:00:00Z', more)).not.toContain('2 country');
  });

  it('wait when gaps in the daily breakdowns are filled: an early next run needs its calls', () => {
    const held = (_: Breakdown, day: string) => (day === '2026-11-18' ? null : aHeldDay(day));
    const { calls, postponed } = aPlan('2026-11-20T05:00:00Z', {
      held,
      extras: ['country', 'os'],
    });
    expect(calls.map(({ breakdown }) => breakdown)).not.toContain('country');
    expect(calls).toHaveLength(6);
    const keys = postponed.map(({ numOfDays, breakdown }) => `${numOfDays} ${breakdown}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  const all = ['country', 'browser', 'os', 'campaign', 'channel'] as const;

  it('fit when a day has calls for them', () => {
    expect(planOverflow({ extras: ['country', 'os'], reserve: 1 })).toBeNull();
    expect(planOverflow({ extras: all, reserve: 2 })).toBeNull();
  });

  it('are refused when they can never fit, with the arithmetic', () => {
    expect(planOverflow({ extras: all, reserve: 3 })).toContain(
      '3 daily calls + 5 extra breakdowns = 8 calls a day, but 10 calls - 3 in reserve = 7',
    );
    expect(planOverflow({ extras: [], reserve: 8 })).toContain(
      '3 daily calls + 0 extra breakdowns = 3 calls a day, but 10 calls - 8 in reserve = 2',
    );
  });
});

it('plans nothing for a day that the change of clocks gives two windows', () => {
  // In Berlin the clocks went forward in the night to 29 March 2026: at noon two windows are of one day or none.
  const plans = ['2026-03-29T09:30:00Z', '2026-03-30T09:30:00Z', '2026-03-30T10:30:00Z'].map(
    (now) =>
      aPlan(now, { timeZone: 'Europe/Berlin', held: () => null }).calls.filter(
        ({ breakdown }) => breakdown === 'total',
      ),
  );
  for (const calls of plans) {
    expect(new Set(calls.map(({ day }) => day)).size).toBe(calls.length);
  }
});
