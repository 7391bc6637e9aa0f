import { describe, expect, it } from 'vitest';
import { AnswerNotUnderstoodError, parseAnswer, readSessionRecord } from '../src/index.ts';

function insights(metrics: unknown) {
  const answer = parseAnswer(typeof metrics === 'string' ? metrics : JSON.stringify(metrics));
  if (answer.format !== 'insights') throw new Error(`Expected insights, got ${answer.format}.`);
  return answer;
}

const traffic = (row: string) => `[{"metricName":"Traffic","information":[${row}]}]`;

describe('a number that cannot be what its field means', () => {
  it.each([
    ['9223372036854775808', '9223372036854776000'],
    ['1e308', '1e+308'],
    ['1e400', 'Infinity'],
    ['1099511627777', '1099511627777'],
    ['-1', '-1'],
    ['"Infinity"', '"Infinity"'],
    ['"12abc"', '"12abc"'],
    ['true', 'true'],
    ['[[1]]', 'a list'],
    ['{"a":1}', 'an object'],
  ])('makes sessions of %s unknown, and is told', (value, example) => {
    const answer = insights(traffic(`{"totalSessionCount":${value}}`));
    expect(answer.traffic?.[0]?.sessions).toBeNull();
    expect(answer.doubtful).toEqual([{ field: 'Traffic.totalSessionCount', values: 1, example }]);
  });

  it.each([
    ['RageClickCount', 'sessionsWithMetricPercentage', [120, -5, 100.1, '100%'], [100, 0, '33.33']],
    ['ScrollDepth', 'averageScrollDepth', [250, -0.1, 1e9], [100, 61.5, '61.5']],
    ['EngagementTime', 'totalTime', [315_360_000, 86_401, -1], [86_400, 930, '69']],
  ])('%s.%s has bounds of its own', (metricName, field, impossible, possible) => {
    const answer = insights([
      {
        metricName,
        information: [...impossible, ...possible].map((value) => ({ [field]: value })),
      },
    ]);
    expect(answer.doubtful).toEqual([
      {
        field: `${metricName}.${field}`,
        values: impossible.length,
        example: String(impossible[0]),
      },
    ]);
  });

  it('takes the float noise of a whole percentage for 100', () => {
    const [row] =
      insights([
        {
          metricName: 'DeadClickCount',
          information: [{ sessionsCount: 7, sessionsWithMetricPercentage: 100.00000000000001 }],
        },
      ]).signals.deadClicks ?? [];
    expect(row?.percentage).toBe(100);
  });

  it.each([null, '', ' '])('is none where Clarity sends %j for unknown', (value) => {
    const answer = insights([
      { metricName: 'Traffic', information: [{ totalSessionCount: value }] },
    ]);
    expect(answer.doubtful).toEqual([]);
  });

  it('says how many values of a field there are, and the first', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `{"totalSessionCount":${-1 - index}}`);
    expect(insights(traffic(rows.join(','))).doubtful).toEqual([
      { field: 'Traffic.totalSessionCount', values: 500, example: '-1' },
    ]);
  });
});

describe('text that a database would take for another', () => {
  it.each([
    ['halves of a pair', '"\\ud800"', '"\\ud801"'],
    ['the other halves', '"a\\udc00b"', '"a\\udc01b"'],
    ['NUL and its absence', '"a\\u0000b"', '"a"'],
    ['half a pair and how it is written', '"\\ud800"', '"\\\\ud800"'],
    ['NUL, written, and with a backslash before it', '"\\\\\\u0000"', '"\\\\\\\\u0000"'],
    ['forms of a letter', '"\\u00e9"', '"e\\u0301"'],
    ['a Latin and a Cyrillic letter', '"a"', '"\\u0430"'],
    ['an invisible letter and none', '"a\\u200b"', '"a"'],
  ])('stays two: %s', (_what, first, second) => {
    const rows = [first, second].map((page) => `{"totalSessionCount":1,"Source":${page}}`);
    const [a, b] = insights(traffic(rows.join(','))).traffic ?? [];
    const stored = [a, b].map((row) => Buffer.from(row?.values.source ?? '').toString());
    expect(stored[0]).not.toBe(stored[1]);
    expect(stored.join()).not.toMatch(/\0|\uFFFD/);
  });

  it('stays one when it is the same', () => {
    const rows = ['"\\ud83d\\ude00"', '"😀"'].map(
      (page) => `{"totalSessionCount":1,"Source":${page}}`,
    );
    const [a, b] = insights(traffic(rows.join(','))).traffic ?? [];
    expect(a?.values).toEqual(b?.values);
  });

  it('is shortened when no address is that long', () => {
    const [row] =
      insights(traffic(`{"totalSessionCount":1,"Url":"/${'x'.repeat(1e6)}"}`)).traffic ?? [];
    expect(row?.values.page).toHaveLength(8_192 + '... (1000001 characters, 12345678)'.length);
    const [other] =
      insights(traffic(`{"totalSessionCount":1,"Url":"/${'x'.repeat(999_999)}y"}`)).traffic ?? [];
    expect(other?.values.page).not.toBe(row?.values.page);
  });
});

describe('an answer that is too much', () => {
  it('ends in a message when it has more rows than any answer of Clarity', () => {
    const row = '{"sessionsCount":1}';
    const body = `[{"metricName":"RageClickCount","information":[${`${row},`.repeat(399_999)}${row}]}]`;
    expect(() => parseAnswer(body)).toThrow(AnswerNotUnderstoodError);
    expect(() => parseAnswer(body)).toThrow('has more than 500,000 values');
  });

  it('ends in a message when it has more session records', () => {
    const body = `[${'{"SessionId":"s"},'.repeat(399_999)}{"SessionId":"s"}]`;
    expect(() => parseAnswer(body)).toThrow('it has more than 300,000 rows');
  });

  it.each([
    ['empty rows', `{"metricName":"Traffic","information":[${'{},'.repeat(600_000)}{}]}`],
    [
      'keys',
      `{"SessionId":"s",${Array.from({ length: 600_000 }, (_, key) => `"${key}":1`).join()}}`,
    ],
  ])('ends in a message before it is parsed when an item is nothing but %s', (_what, item) => {
    expect(() => parseAnswer(`[${item}]`)).toThrow('has more than 500,000 values');
  });

  it('ends in a message, whatever its parser fails by', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const metric = `{"metricName":"Traffic","information":[{"totalSessionCount":${deep}}]}`;
    expect(() => parseAnswer(`[${metric},${metric}]`)).toThrow(AnswerNotUnderstoodError);
  });

  it('names few of very many unknown metrics, each in short', () => {
    const answer = insights([
      { metricName: 'Traffic', information: [] },
      ...Array.from({ length: 10_000 }, (_, index) => ({
        metricName: `Metric${String(index).padStart(5, '0')}${'x'.repeat(1000)}`,
        information: [],
      })),
    ]);
    expect(answer.unrecognised).toHaveLength(51);
    expect(answer.unrecognised.at(-1)).toBe('and 9950 more');
    expect(Math.max(...answer.unrecognised.map(({ length }) => length))).toBeLessThan(101);
  });

  it.each(['['.repeat(100_000), `[{"metricName":${'['.repeat(100_000)}`])(
    'ends in a message when it is nested without end',
    (body) => {
      expect(() => parseAnswer(body)).toThrow(AnswerNotUnderstoodError);
      const closed = body + ']'.repeat(100_000) + (body.startsWith('[{') ? '}]' : '');
      expect(() => parseAnswer(closed)).toThrow(AnswerNotUnderstoodError);
    },
  );
});

describe('a session record with an impossible number', () => {
  it.each([
    [{ Duration: 4611686018427387904 }, 'Duration cannot be 4611686018427388000'],
    [{ PageViews: -1 }, 'PageViews cannot be -1'],
    [{ RageClickCount: 'many' }, 'RageClickCount cannot be "many"'],
    [{ DeadClickCount: 1e300 }, 'DeadClickCount cannot be 1e+300'],
    [{ ScrollDepth: {} }, 'ScrollDepth cannot be an object'],
    [{ ScrollDepth: 250 }, 'ScrollDepth cannot be 250'],
    [{ ScrollDepth: '-1' }, 'ScrollDepth cannot be -1'],
    [{ Duration: 90_000 }, 'Duration cannot be 90000'],
    [{ Duration: -0.5 }, 'Duration cannot be -0.5'],
    [{ PageViews: 1.5 }, 'PageViews cannot be 1.5'],
    [{ DeadClickCount: true }, 'DeadClickCount cannot be true'],
    [{ RageClickCount: [] }, 'RageClickCount cannot be a list'],
  ])('is left out, with the reason: %j', (fields, reason) => {
    expect(readSessionRecord({ SessionId: 's', ...fields })).toBe(reason);
  });

  it('is parsed when it is the largest possible, or a percentage with the noise of floats', () => {
    expect(
      readSessionRecord({ SessionId: 's', Duration: 86_400, ScrollDepth: 100.00000000000001 }),
    ).toMatchObject({ durationSeconds: 86_400, scrollDepth: 100 });
  });

  it.each([undefined, null, '', ' '])('does not know a number that is %j', (nothing) => {
    expect(
      readSessionRecord({
        SessionId: 's',
        Duration: nothing,
        PageViews: nothing,
        RageClickCount: nothing,
        DeadClickCount: nothing,
        ScrollDepth: nothing,
      }),
    ).toMatchObject({
      durationSeconds: null,
      pageViews: null,
      rageClicks: null,
      deadClicks: null,
      scrollDepth: null,
    });
  });
});

describe('the id of a session', () => {
  const idOf = (id: string) => readSessionRecord(JSON.parse(`{"SessionId":${id}}`));

  it.each([
    ['"a"', '"a "'],
    ['"a"', '"A"'],
    ['"\\ud800"', '"\\ud801"'],
    ['"a\\u0000"', '"a"'],
    ['"\\u00e9"', '"e\\u0301"'],
  ])('%s is not %s', (first, second) => {
    const ids = [first, second]
      .map(idOf)
      .map((record) =>
        typeof record === 'string' ? record : Buffer.from(record.sessionId).toString(),
      );
    expect(ids[0]).not.toBe(ids[1]);
  });

  it.each([
    ['9007199254740993', 'a SessionId that is not an exact number'],
    ['"  "', 'no SessionId'],
    [JSON.stringify('x'.repeat(513)), 'a SessionId of over 512 characters'],
  ])('%.20s is refused', (id, reason) => {
    expect(idOf(id)).toBe(reason);
  });
});

describe('a list that is not as it should be', () => {
  const metric = (...sessions: unknown[]) => ({
    metricName: 'Traffic',
    information: sessions.map((totalSessionCount) => ({ totalSessionCount })),
  });

  it('counts rows that are no rows, and does not take them for none', () => {
    const answer = insights([
      { metricName: 'Traffic', information: [null, [], { totalSessionCount: 3 }, 7] },
    ]);
    expect(answer).toMatchObject({ unreadableRows: 3, traffic: [{ sessions: 3 }] });
  });

  it('is believed once when it comes twice, and not at all when it contradicts itself', () => {
    expect(insights([metric(3), metric(3)]).traffic).toHaveLength(1);
    const answer = insights([metric(3), { metricName: 'ScrollDepth', information: [] }, metric(4)]);
    expect(answer.traffic).toBeNull();
    expect(answer.unrecognised).toEqual(['Traffic, twice']);
  });

  it('is needed of known metrics only', () => {
    expect(insights([metric(3), { metricName: 'WebVitals', scores: {} }]).unrecognised).toEqual([
      'WebVitals',
      'WebVitals: scores',
    ]);
    expect(() => insights([metric(3), { metricName: 'ScrollDepth', rows: [] }])).toThrow(
      AnswerNotUnderstoodError,
    );
  });

  it.each(['0xFFFFFF', '0b11', '1_000', '1,000', '٣', 0.5, '2.5'])(
    'has %j for no count',
    (value) => {
      expect(insights([metric(value)])).toMatchObject({
        traffic: [{ sessions: null }],
        doubtful: [{ field: 'Traffic.totalSessionCount' }],
      });
    },
  );

  it.each([' 12 ', '12.0', '1.2e1', '+12'])('has %j for a count', (value) => {
    expect(insights([metric(value)]).traffic?.[0]?.sessions).toBe(12);
  });
});

describe('a token in an answer', () => {
  const jwt = `eyJ${'h'.repeat(30)}.${'c'.repeat(80)}.${'s'.repeat(40)}`;

  it.each([
    ['the one that was sent', 'simulated-token', 'simulated-token'],
    ['any other that looks like one', jwt, undefined],
  ])('is struck out: %s', (_what, text, token) => {
    const body = JSON.stringify([{ SessionId: 's', PageUrl: `https://x.example/?t=${text}` }]);
    const answer = parseAnswer(body, { token });
    expect(JSON.stringify(answer)).not.toContain(text);
    expect(JSON.stringify(answer)).toContain('[token]');
  });
});
