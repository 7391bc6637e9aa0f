import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../src/index.ts';
import { AnswerNotUnderstoodError, parseAnswer } from '../src/index.ts';

const signalMetrics = [
  'DeadClickCount',
  'ExcessiveScroll',
  'RageClickCount',
  'QuickbackClick',
  'ScriptErrorCount',
  'ErrorClickCount',
];

const count = fc.nat({ max: 2_000_000 });
const page = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('', ' ', '__proto__', '\u0000', '\ud800', '"', '[', '{"', ',', '\\', '\u202E'),
);

const signalRow = fc.record({
  sessionsCount: count,
  sessionsWithMetricPercentage: fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 100),
  subTotal: count,
  Url: page,
  Device: fc.constantFrom('PC', 'Mobile', 'Tablet'),
});

const trafficRow = fc.record({
  totalSessionCount: count,
  totalBotSessionCount: count,
  Url: page,
  Device: fc.constantFrom('PC', 'Mobile', 'Tablet'),
});

/** A response as Clarity sends it: each metric once, with rows by page and device. */
const metrics = fc
  .tuple(
    fc.array(trafficRow, { minLength: 1, maxLength: 5 }),
    ...signalMetrics.map(() => fc.array(signalRow, { maxLength: 5 })),
  )
  .map(([traffic, ...signals]) => [
    { metricName: 'Traffic', information: traffic },
    ...signals.map((information, index) => ({ metricName: signalMetrics[index], information })),
  ]);

const record = fc.record({
  SessionId: fc.oneof(fc.uuid(), fc.string({ minLength: 1 }), fc.nat()),
  PageUrl: page,
  Duration: fc.nat({ max: 86_400 }),
  PageViews: fc.nat({ max: 500 }),
  ScrollDepth: fc.integer({ min: 0, max: 100 }),
  Device: fc.constantFrom('PC', 'Mobile'),
});

const body = fc.oneof(metrics, fc.array(record, { minLength: 1, maxLength: 5 }));

/** What a body gives, or the error that says why nothing. Any other error fails the test. */
function outcome(text: string | Uint8Array, token?: string): Answer | AnswerNotUnderstoodError {
  try {
    return parseAnswer(text, { token });
  } catch (error) {
    if (error instanceof AnswerNotUnderstoodError) return error;
    throw error;
  }
}

const isRefused = (text: string | Uint8Array): boolean =>
  outcome(text) instanceof AnswerNotUnderstoodError;

describe('whatever comes instead of a response', () => {
  it('is parsed or refused, and never anything else', () => {
    const anything = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.string({ unit: 'binary' }).map((text) => `[${text}]`),
      fc.uint8Array({ maxLength: 500 }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        // Every error that is not a refusal is thrown.
        expect(outcome(text)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when it is no list of objects', () => {
    const scalar = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(scalar), (values) => {
        expect(isRefused(JSON.stringify(values))).toBe(true);
      }),
    );
  });

  it('says in one short line what it is, without characters that steer a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const result = outcome(`<${text}`);
        expect(result).toBeInstanceOf(AnswerNotUnderstoodError);
        const message = result instanceof AnswerNotUnderstoodError ? result.message : '';
        expect(message).toMatch(/^Clarity's response .*\.$/);
        expect(message.length).toBeLessThan(700);
        expect(Array.from(message).every((character) => character >= ' ')).toBe(true);
      }),
    );
  });
});

describe('a response that was cut somewhere', () => {
  it('is refused at every byte: no part of it counts as all', () => {
    fc.assert(
      fc.property(
        body,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (value, part) => {
          const bytes = new TextEncoder().encode(JSON.stringify(value));
          expect(isRefused(bytes.subarray(0, Math.floor(part * bytes.length)))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is refused when something follows it', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(']', '[', 'x', '{}', ','), (value, rest) => {
        expect(isRefused(`${JSON.stringify(value)}${rest}`)).toBe(true);
        expect(isRefused(`${JSON.stringify(value)} \n`)).toBe(isRefused(JSON.stringify(value)));
      }),
    );
  });
});

describe('what a response says', () => {
  it('does not depend on the order of its metrics', () => {
    fc.assert(
      fc.property(metrics, fc.nat({ max: 6 }), (list, turn) => {
        const turned = [...list.slice(turn), ...list.slice(0, turn)];
        const [first, second] = [list, turned].map((some) => outcome(JSON.stringify(some)));
        expect(second).toEqual(first);
      }),
    );
  });

  it('does not depend on whether numbers are sent as texts', () => {
    fc.assert(
      fc.property(body, (value) => {
        const asTexts = JSON.parse(JSON.stringify(value), (key, one: unknown) =>
          typeof one === 'number' && key !== 'SessionId' ? String(one) : one,
        ) as unknown;
        expect(outcome(JSON.stringify(asTexts))).toEqual(outcome(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the case of its keys, or on white space', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('', ' ', '\t'), (value, space) => {
        const upper = JSON.stringify(value).replaceAll(
          /"([A-Za-z]+)":/g,
          (_, key: string) => `"${key.toUpperCase()}":`,
        );
        // URLs with such a text in them are another body.
        fc.pre(!JSON.stringify(Object.values(value)).includes('\\"'));
        expect(outcome(upper)).toEqual(outcome(JSON.stringify(value)));
        expect(outcome(JSON.stringify(value, null, space))).toEqual(outcome(JSON.stringify(value)));
      }),
    );
  });

  it('has every count as it was sent', () => {
    fc.assert(
      fc.property(metrics, (list) => {
        const answer = outcome(JSON.stringify(list));
        const traffic = list[0]?.information as readonly { totalSessionCount: number }[];
        expect(answer).toMatchObject({
          format: 'insights',
          unrecognised: [],
          doubtful: [],
          unreadableRows: 0,
          traffic: traffic.map(({ totalSessionCount }) => ({ sessions: totalSessionCount })),
        });
      }),
    );
  });

  it('has as many session records as were sent, parsed and rejected', () => {
    const some = fc.oneof(record, fc.jsonValue());
    fc.assert(
      fc.property(record, fc.array(some, { maxLength: 6 }), (first, others) => {
        fc.pre(String(first.SessionId).trim() !== '');
        fc.pre(!JSON.stringify(others).toLowerCase().includes('metric'));
        const answer = outcome(JSON.stringify([first, ...others]));
        fc.pre(!(answer instanceof AnswerNotUnderstoodError) && answer.format === 'sessions');
        if (answer instanceof AnswerNotUnderstoodError || answer.format !== 'sessions') return;
        expect(answer.records.length + answer.rejected.length).toBe(others.length + 1);
      }),
    );
  });
});

describe('a token in a body', () => {
  const token = `eyJ${'a'.repeat(20)}.${'b'.repeat(30)}.${'c'.repeat(30)}`;
  const plain = 'a-token-of-another-kind-0123456789';

  it.each([token, plain])('is in no result and in no message, wherever it stands: %s', (secret) => {
    const place = fc.constantFrom('page', 'metric', 'field', 'value', 'start', 'record');
    fc.assert(
      fc.property(place, fc.string(), (where, text) => {
        const around = `${text}${secret}${text}`;
        const bodies: Record<string, string> = {
          page: JSON.stringify([
            { metricName: 'Traffic', information: [{ totalSessionCount: 1, Url: around }] },
          ]),
          metric: JSON.stringify([
            { metricName: around, information: [] },
            { metricName: 'Traffic', information: [] },
          ]),
          field: JSON.stringify([{ metricName: 'Traffic', information: [{ [around]: 1 }] }]),
          value: JSON.stringify([
            { metricName: 'Traffic', information: [{ totalSessionCount: around }] },
          ]),
          start: around,
          record: JSON.stringify([{ SessionId: 's', PageUrl: around, Duration: around }]),
        };
        const result = outcome(bodies[where] ?? '', secret);
        const said =
          result instanceof AnswerNotUnderstoodError
            ? `${result.message} ${String(result.cause)}`
            : JSON.stringify(result);
        expect(said).not.toContain(secret);
      }),
    );
  });
});
