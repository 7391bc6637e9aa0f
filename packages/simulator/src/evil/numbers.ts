import type { Changes } from './alter.ts';
import { withValues } from './alter.ts';
import type { OfKind } from './behaviour.ts';
import { altered, asWritten } from './send.ts';

const SESSIONS = ['sessionsCount', 'totalSessionCount', 'PageViews'];
const EVENTS = ['subTotal', 'RageClickCount', 'DeadClickCount'];
const SECONDS = ['totalTime', 'activeTime', 'Duration'];
const SCROLL = ['averageScrollDepth', 'ScrollDepth'];
const PERCENTAGE = ['sessionsWithMetricPercentage'];
const ALL = [...SESSIONS, ...EVENTS, ...SECONDS, ...SCROLL, ...PERCENTAGE, 'totalBotSessionCount'];

const changesOf = (fields: readonly string[], value: unknown): Changes =>
  Object.fromEntries(fields.map((field) => [field, value]));

/** Of two records, so that what adds them up meets both. */
const ROWS = 2;

/** A value that no such field can have: unknown, or the row is left out. */
function impossible(
  name: string,
  what: string,
  changes: Changes,
  rest: Partial<OfKind> = {},
): OfKind {
  return {
    name,
    what,
    answer: 'partly',
    exitCodes: [0, 6],
    serve: altered((answer) => withValues(answer, changes, { rows: ROWS })),
    ...rest,
  };
}

/** A right value in unusual letters. */
function unusual(name: string, what: string, write: (count: number) => unknown): OfKind {
  const change = (value: unknown) => (Number.isInteger(value) ? write(Number(value)) : value);
  const changes = changesOf([...SESSIONS, ...EVENTS, ...SECONDS], change);
  return {
    name,
    what,
    answer: 'right',
    exitCodes: [0],
    serve: altered((answer) => withValues(answer, changes, { rows: Infinity })),
  };
}

const scaled = (by: number) => (value: unknown) => Number(value) * by + by;

/** Values that are not numbers, or impossible ones. */
export const numbers: readonly OfKind[] = [
  impossible(
    'sessions-2-63',
    'counts sessions as 9223372036854775808',
    changesOf(SESSIONS, asWritten('9223372036854775808')),
  ),
  impossible(
    'sessions-2-53',
    'counts sessions as 9007199254740993, which no double is',
    changesOf(SESSIONS, asWritten('9007199254740993')),
  ),
  impossible('sessions-1e308', 'counts 1e308 sessions', changesOf(SESSIONS, asWritten('1e308'))),
  impossible('sessions-1e400', 'counts 1e400 sessions', changesOf(SESSIONS, asWritten('1e400'))),
  impossible('sessions-negative', 'counts -1 sessions', changesOf(SESSIONS, -1)),
  impossible('sessions-half', 'counts 0.5 sessions', changesOf(SESSIONS, 0.5)),
  impossible('not-a-number', 'writes counts as "NaN"', changesOf(SESSIONS, 'NaN')),
  impossible('infinity', 'writes counts as "Infinity"', changesOf(SESSIONS, 'Infinity')),
  impossible('letters-in-digits', 'writes counts as "12abc"', changesOf(SESSIONS, '12abc')),
  impossible('hexadecimal', 'writes counts as "0xFFFFFF"', changesOf(SESSIONS, '0xFFFFFF')),
  impossible('thousands', 'writes counts as "1,234"', changesOf(SESSIONS, '1,234')),
  impossible('arabic-digits', 'writes counts as "١٢"', changesOf(SESSIONS, '١٢')),
  impossible(
    'thousand-digits',
    'writes counts as a thousand nines',
    changesOf(SESSIONS, asWritten('9'.repeat(1_000))),
  ),
  impossible('events-2-60', 'counts 2^60 events', changesOf(EVENTS, 2 ** 60)),
  impossible('percentage-120', 'says that 120 % are affected', changesOf(PERCENTAGE, 120), {
    format: 'insights',
  }),
  impossible('percentage-negative', 'says that -5 % are affected', changesOf(PERCENTAGE, -5), {
    format: 'insights',
  }),
  impossible('percentage-sign', 'says that "100%" are affected', changesOf(PERCENTAGE, '100%'), {
    format: 'insights',
  }),
  impossible(
    'more-affected-than-sessions',
    'says that thrice as many sessions are affected as there are',
    { sessionsCount: scaled(3), sessionsWithMetricPercentage: 100 },
    { format: 'insights' },
  ),
  impossible('scroll-250', 'says that people scroll 250 % of a page', changesOf(SCROLL, 250)),
  impossible(
    'ten-years-long',
    'says that a visit takes ten years',
    changesOf(SECONDS, 10 * 365 * 86_400),
  ),
  impossible(
    'duration-2-62',
    'says twice that a visit takes 2^62 seconds, which add up to more than 64 bits',
    changesOf(SECONDS, asWritten('4611686018427387904')),
  ),
  impossible('views-negative', 'counts -7 page views', {
    pagesViews: -7,
    PageViews: -7,
    pagesPerSessionPercentage: -7,
  }),
  impossible('booleans', 'writes true where numbers are', changesOf(ALL, true)),
  impossible('lists', 'writes [12] where numbers are', changesOf(ALL, [12])),
  impossible('objects', 'writes {"value": 12} where numbers are', changesOf(ALL, { value: 12 })),
  impossible('all-negative', 'writes every number with a minus', changesOf(ALL, scaled(-1))),
  unusual('exponents', 'writes 12 as 12e0', (count) => asWritten(`${count}e0`)),
  unusual('fractions', 'writes 12 as 12.000', (count) => asWritten(`${count}.000`)),
  unusual('minus-zero', 'writes 0 as -0', (count) => (count === 0 ? asWritten('-0') : count)),
  unusual('padded', 'writes 12 as " 12 "', (count) => ` ${count} `),
];
