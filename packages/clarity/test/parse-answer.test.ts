import { describe, expect, it } from 'vitest';
import { AnswerNotUnderstoodError, parseAnswer } from '../src/index.ts';

function parseInsights(metrics: unknown) {
  const answer = parseAnswer(JSON.stringify(metrics));
  if (answer.format !== 'insights') throw new Error(`Expected insights, got ${answer.format}.`);
  return answer;
}

function parseSessions(records: unknown) {
  const answer = parseAnswer(JSON.stringify(records));
  if (answer.format !== 'sessions') throw new Error(`Expected sessions, got ${answer.format}.`);
  return answer;
}

const rage = (row: object) => [{ metricName: 'RageClickCount', information: [row] }];

describe('an insights answer', () => {
  it.each([
    [9, 9],
    [10, null],
  ])('has the sessions of a list of %i rows: %j, as one of ten may be cut', (length, sessions) => {
    const information = Array.from({ length }, (_, index) => ({
      name: `Country ${index}`,
      sessionsCount: 1,
    }));
    const { listedSessions } = parseInsights([
      { metricName: 'Traffic', information: [{ totalSessionCount: 30 }] },
      { metricName: 'Country', information },
    ]);
    expect(listedSessions.country).toBe(sessions);
  });

  it.each([
    ['text', '292', '5.26', '11'],
    ['numbers', 292, 5.26, 11],
    ['mixed', '292', 5.26, 11],
  ])(
    'is read with counts as %s',
    (_form, sessionsCount, sessionsWithMetricPercentage, subTotal) => {
      const answer = parseInsights(rage({ sessionsCount, sessionsWithMetricPercentage, subTotal }));
      expect(answer.signals.rageClicks).toEqual([
        { values: {}, sessions: 292, percentage: 5.26, events: 11 },
      ]);
    },
  );

  it.each([null, '', ' ', 'n/a', -1, 'NaN', {}, true])(
    'takes %j for unknown, not for zero',
    (value) => {
      const answer = parseInsights(rage({ sessionsCount: 5, subTotal: value }));
      expect(answer.signals.rageClicks?.[0]?.events).toBeNull();
    },
  );

  it('reads keys in any case and names as the official page prints them', () => {
    const answer = parseInsights([
      {
        METRICNAME: 'Rage Click Count',
        Information: [{ SESSIONSCOUNT: 4, subtotal: 2, URL: '/a' }],
      },
      {
        metricName: 'traffic',
        information: [{ TotalSessionCount: '4', distantUserCount: 4, url: '/a' }],
      },
    ]);
    expect(answer.signals.rageClicks?.[0]).toMatchObject({
      sessions: 4,
      events: 2,
      values: { page: '/a' },
    });
    expect(answer.traffic).toEqual([{ values: { page: '/a' }, sessions: 4, botSessions: null }]);
    expect(answer.unrecognised).toEqual([]);
  });

  it('keeps the null of a dimension', () => {
    const answer = parseInsights([
      { metricName: 'Traffic', information: [{ totalSessionCount: 0, Url: null, Device: 'PC' }] },
    ]);
    expect(answer.dimensions).toEqual(['page', 'device']);
    expect(answer.traffic?.[0]?.values).toEqual({ page: null, device: 'PC' });
  });

  it('tells lists from dimensions', () => {
    const answer = parseInsights([
      { metricName: 'Device', information: [{ name: 'PC', sessionsCount: 1 }] },
      { metricName: 'PopularPages', information: [{ url: '/a', visitsCount: 1 }] },
      { metricName: 'ReferrerUrl', information: [{ name: null, sessionsCount: '3' }] },
    ]);
    expect(answer.isUndimensioned).toBe(true);
    expect(answer.dimensions).toEqual([]);
    expect(answer.referrers).toEqual([{ referrer: '', sessions: 3 }]);
  });

  it('names metrics and fields it does not know, and goes on', () => {
    const answer = parseInsights([
      { metricName: 'Traffic', information: [{ totalSessionCount: 3, moonPhase: 1 }] },
      { metricName: 'WebVitals', information: [{ lcp: 2 }] },
      'noise',
    ]);
    expect(answer.traffic).toEqual([{ values: {}, sessions: 3, botSessions: null }]);
    expect(answer.unrecognised).toEqual([
      '(an item without metricName)',
      'Traffic.moonPhase',
      'WebVitals',
    ]);
  });

  it('notices which metrics were cut at a thousand rows', () => {
    const information = Array.from({ length: 1000 }, (_, index) => ({
      sessionsCount: 1,
      Url: `/${index}`,
    }));
    const answer = parseInsights([
      { metricName: 'DeadClickCount', information },
      { metricName: 'RageClickCount', information: information.slice(1) },
    ]);
    expect(answer.truncatedMetrics).toEqual(['DeadClickCount']);
    expect(answer.rows).toBe(1999);
  });

  it('is not steered by names that objects have of themselves', () => {
    const answer = parseInsights([
      {
        metricName: 'Traffic',
        information: [{ totalSessionCount: 3, constructor: 1, toString: 2 }],
      },
      { metricName: 'Constructor', information: [{ hasOwnProperty: 1 }] },
    ]);
    expect(answer.traffic?.[0]?.sessions).toBe(3);
    expect(answer.unrecognised).toEqual(['Constructor', 'Traffic.constructor', 'Traffic.toString']);
  });

  it('takes a metric that did not come for unknown', () => {
    expect(parseInsights(rage({})).traffic).toBeNull();
  });
});

describe('an answer of session records', () => {
  it('is parsed, with missing numbers as unknown', () => {
    expect(parseSessions([{ SessionId: 's1', PageUrl: '/a', RageClickCount: '2' }])).toEqual({
      format: 'sessions',
      rows: 1,
      rejected: [],
      unrecognised: [],
      records: [
        {
          sessionId: 's1',
          pageUrl: '/a',
          durationSeconds: null,
          pageViews: null,
          rageClicks: 2,
          deadClicks: null,
          scrollDepth: null,
          referrer: '',
          device: '',
          browser: '',
          country: '',
        },
      ],
    });
  });

  it('leaves out records without an id, and counts them', () => {
    const answer = parseSessions([{ SessionId: 's1' }, { PageUrl: '/a' }, { SessionId: ' ' }, 7]);
    expect(answer.records.map(({ sessionId }) => sessionId)).toEqual(['s1']);
    expect(answer.rejected).toEqual(['no SessionId', 'no SessionId', 'not an object']);
  });

  it('reads keys in any case and names fields it does not know', () => {
    const answer = parseSessions([{ sessionid: 9, pageurl: '/a', Moon: 1 }]);
    expect(answer.records[0]).toMatchObject({ sessionId: '9', pageUrl: '/a' });
    expect(answer.unrecognised).toEqual(['Moon']);
  });
});

describe('anything else', () => {
  it.each([
    ['an empty body', ' ', 'unreadable', 'it is empty'],
    [
      'HTML',
      '<!doctype html>\u001b[31m',
      'unreadable',
      'it is not JSON: "<!doctype html>\\u001b[31m"',
    ],
    ['half a body', '[{"metricName":', 'unreadable', 'it is not JSON'],
    ['an empty list', '[]', 'not-understood', 'an empty list'],
    ['an object', '{"error":"x"}', 'not-understood', 'it is not a list'],
    ['something else', '[{"a":1}]', 'not-understood', 'neither metrics nor session records'],
    [
      'a renamed list',
      '[{"metricName":"Traffic","data":[]}]',
      'not-understood',
      'has no list "information"',
    ],
    [
      'unknown metrics',
      '[{"metricName":"Moon","information":[]}]',
      'not-understood',
      'none of its metrics',
    ],
  ])('is not taken for an answer: %s', (_what, body, code, why) => {
    expect(() => parseAnswer(body)).toThrow(AnswerNotUnderstoodError);
    expect(() => parseAnswer(body)).toThrow(expect.objectContaining({ code, status: 200 }));
    expect(() => parseAnswer(body)).toThrow(why);
  });
});
