import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnsweredCall, Breakdown, DayState, HeldDay, PlannedCall } from '../../src/index.ts';
import { addDays, extraBreakdowns, planCalls, reportingDay } from '../../src/index.ts';

type PlanInput = Parameters<typeof planCalls>[0];

const HOUR_MS = 3_600_000;
const breakdowns = [
  'total',
  'page_device',
  'device_source_medium',
  'page',
  ...extraBreakdowns,
] as const satisfies readonly Breakdown[];

const answer = fc.record({
  breakdown: fc.constantFrom<Breakdown>(...breakdowns),
  numOfDays: fc.constantFrom(1 as const, 2 as const, 3 as const),
  hoursAgo: fc.double({ min: 0, max: 190, noNaN: true }),
  truncated: fc.boolean(),
});

const inputs = fc
  .record({
    now: fc.integer({
      min: Date.parse('2026-03-20T00:00:00Z'),
      max: Date.parse('2027-01-10T00:00:00Z'),
    }),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
    format: fc.constantFrom('insights' as const, 'sessions' as const, null),
    extras: fc.subarray([...extraBreakdowns]),
    callsLeft: fc.integer({ min: 0, max: 10 }),
    reserve: fc.integer({ min: 0, max: 7 }),
    answers: fc.array(answer, { maxLength: 12 }),
    failing: fc.subarray(['total', 'page_device'] as const),
    states: fc.array(
      fc.constantFrom<DayState | null>('complete', 'estimated', 'truncated', 'missing', null),
      {
        minLength: 4,
        maxLength: 4,
      },
    ),
  })
  .map(({ now, answers, failing, states, ...rest }): PlanInput => {
    const at = new Date(now);
    const today = reportingDay(at, rest.timeZone);
    const held = (_: Breakdown, day: string): HeldDay | null => {
      const age = [0, 1, 2, 3].findIndex((days) => addDays(today, -days) === day);
      const state = states[age] ?? null;
      const windowEnd = new Date(Date.parse(`${day}T05:00:00Z`) + 24 * HOUR_MS);
      return state === null ? null : { state, overlapSeconds: 19 * 3600, windowEnd };
    };
    const answered = answers.map(({ hoursAgo, ...call }): AnsweredCall => ({
      ...call,
      windowEnd: new Date(now - hoursAgo * HOUR_MS),
    }));
    return { ...rest, now: at, answered, failing: new Set(failing), held };
  });

const keyOf = ({ numOfDays, breakdown }: PlannedCall): string => `${numOfDays} ${breakdown}`;

describe('whatever is known', () => {
  it('no more is planned than is left beside the reserve', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { calls } = planCalls(input);
        expect(calls.length).toBeLessThanOrEqual(Math.max(0, input.callsLeft - input.reserve));
      }),
    );
  });

  it('no call is planned twice', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const keys = planCalls(input).calls.map(keyOf);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('no call is planned for a day that has not begun, or that Clarity no longer has', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { calls, postponed } = planCalls(input);
        const newest = reportingDay(input.now, input.timeZone);
        for (const { day } of [...calls, ...postponed]) {
          expect(day <= newest && day >= addDays(newest, -3)).toBe(true);
        }
      }),
    );
  });

  it('a wider window is never planned without the narrower one that it is differenced with', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { calls } = planCalls(input);
        const lonely = calls.filter(
          ({ numOfDays, breakdown, reason }) =>
            // What is asked only to be subtracted needs no narrower window itself.
            reason !== 'narrow-window' &&
            numOfDays > 1 &&
            !calls.some(
              (other) => other.breakdown === breakdown && other.numOfDays === numOfDays - 1,
            ) &&
            !input.answered.some(
              (call) =>
                call.numOfDays === numOfDays - 1 &&
                [breakdown, breakdown === 'page' ? 'page_device' : breakdown].includes(
                  call.breakdown,
                ),
            ),
        );
        expect(lonely).toEqual([]);
      }),
    );
  });

  it('session records are asked for without dimensions', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { calls, postponed } = planCalls({ ...input, format: 'sessions' });
        const asked = new Set([...calls, ...postponed].map(({ breakdown }) => breakdown));
        expect([...asked].every((breakdown) => breakdown === 'total')).toBe(true);
      }),
    );
  });

  it('the order in which answers came makes no difference', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const turned = { ...input, answered: input.answered.toReversed() };
        expect(planCalls(turned)).toEqual(planCalls(input));
      }),
    );
  });

  it('more calls left never plan less', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const fewer = planCalls(input);
        const more = planCalls({ ...input, callsLeft: 100 });
        expect(more.calls.length).toBeGreaterThanOrEqual(fewer.calls.length);
        expect(more.postponed).toEqual([]);
      }),
    );
  });

  it('a window asked for by hand is asked for in every daily breakdown, the reserve included', () => {
    fc.assert(
      fc.property(
        inputs,
        fc.constantFrom(1 as const, 2 as const, 3 as const),
        (input, numOfDays) => {
          const { calls, postponed } = planCalls({ ...input, numOfDays });
          const all = [...calls, ...postponed];
          expect(all).toHaveLength(input.format === 'sessions' ? 1 : 3);
          expect(calls).toHaveLength(Math.min(all.length, input.callsLeft));
          expect(
            all.every((call) => call.reason === 'by-hand' && call.numOfDays === numOfDays),
          ).toBe(true);
        },
      ),
    );
  });
});
