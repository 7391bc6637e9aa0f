import { request as httpRequest } from 'node:http';

import { describe, expect, it, onTestFinished } from 'vitest';

import {
  type Fault,
  type FaultWhen,
  type SimulatorOptions,
  createSite,
  insightsAnswer,
  sessionRecordsAnswer,
  startSimulator,
} from '../src/index.ts';
import { DAY_MS } from '../src/site/day.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const site = createSite({ seed: 2, sessionsPerDay: 60 });

async function start(options: Partial<SimulatorOptions> = {}) {
  const simulator = await startSimulator({ now: () => NOON, site, ...options });
  onTestFinished(simulator.close);
  return {
    ...simulator,
    ask: (query: string, token = simulator.token) =>
      fetch(`${simulator.url}${query}`, { headers: { authorization: `Bearer ${token}` } }),
  };
}

const isByUrl: FaultWhen = ({ query }) => query['dimension1'] === 'URL';

async function startWith(fault: Fault, when?: FaultWhen) {
  const simulator = await start();
  simulator.fault(fault, when);
  return simulator;
}

describe('the simulator over HTTP', () => {
  it('answers the window that ends now', async () => {
    const { ask, requests } = await start();
    const response = await ask('?numOfDays=2&dimension1=URL&dimension2=Device');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual(
      insightsAnswer({ site, end: NOON, numOfDays: 2, dimensions: ['URL', 'Device'] }),
    );
    expect(requests).toEqual([
      {
        at: NOON,
        method: 'GET',
        path: '/export-data/api/v1/project-live-insights',
        query: { numOfDays: '2', dimension1: 'URL', dimension2: 'Device' },
        status: 200,
        faults: [],
      },
    ]);
  });

  it('answers session records when that is its format', async () => {
    const { ask } = await start({ format: 'sessions' });
    const response = await ask('?projectId=abc&numOfDays=3');
    expect(await response.json()).toEqual(sessionRecordsAnswer({ site, end: NOON, numOfDays: 3 }));
  });

  it('changes its format and its numbers while it runs', async () => {
    const { ask, configure } = await start({ numbers: 'strings', truncateAt: 5 });
    const strings = await (await ask('?numOfDays=1')).text();
    configure({ numbers: 'numbers', format: 'insights' });
    expect(strings).toContain('"totalSessionCount":"');
    expect(await (await ask('?numOfDays=1')).text()).not.toContain('"totalSessionCount":"');
  });

  it('has a token and a project id that look right and follow the seed', async () => {
    const [one, same, other] = [await start(), await start(), await start({ seed: 3 })];
    expect(one.token).toMatch(/^eyJ[\w-]+\.[\w-]+\.not-a-signature$/);
    expect(one.projectId).toMatch(/^[a-z0-9]{10}$/);
    expect([same.token, same.projectId]).toEqual([one.token, one.projectId]);
    expect(other.token).not.toBe(one.token);
  });

  it.each(['wrong', ''])(
    'refuses the token %j with 401 and without spending quota',
    async (token) => {
      const { ask } = await start({ quota: 1 });
      const refused = await ask('?numOfDays=1', token);
      expect([refused.status, await refused.text()]).toEqual([401, '']);
      expect((await ask('?numOfDays=1')).status).toBe(200);
    },
  );

  it('refuses a request without a token', async () => {
    const { url } = await start();
    expect((await fetch(`${url}?numOfDays=1`)).status).toBe(401);
  });

  it.each(['', '?numOfDays=0', '?numOfDays=4', '?numOfDays=two', '?numOfDays=1.0'])(
    'answers 400 with an empty body to %j',
    async (query) => {
      const { ask } = await start();
      const response = await ask(query);
      expect([response.status, await response.text()]).toEqual([400, '']);
    },
  );

  it('answers 404 on any other path', async () => {
    const { url } = await start();
    expect((await fetch(new URL('/', url))).status).toBe(404);
  });

  it('answers ten calls in any 24 hours, and does not count those it refuses', async () => {
    let now = NOON;
    const { ask } = await start({ now: () => now });
    const statuses = async (calls: number) => {
      const answers = [];
      for (let call = 0; call < calls; call++) answers.push((await ask('?numOfDays=1')).status);
      return answers;
    };
    expect(await statuses(4)).toEqual(Array(4).fill(200));
    now += DAY_MS / 2;
    expect(await statuses(7)).toEqual([...Array(6).fill(200), 429]);
    now += DAY_MS / 2 - 1;
    expect(await statuses(1)).toEqual([429]);
    now += 1;
    expect(await statuses(5)).toEqual([...Array(4).fill(200), 429]);
  });

  it('says why it refuses a call, as Clarity does', async () => {
    const { ask } = await start({ quota: 0 });
    expect(await (await ask('?numOfDays=1')).text()).toBe('Exceeded daily limit');
  });

  it('counts by UTC days when told to', async () => {
    let now = NOON;
    const { ask, requests } = await start({ now: () => now, quotaWindow: 'utc-day' });
    for (let call = 0; call < 11; call++) await (await ask('?numOfDays=1')).text();
    now += DAY_MS / 2;
    expect((await ask('?numOfDays=1')).status).toBe(200);
    expect(requests.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429, 200]);
  });

  it('counts failed calls only when told to', async () => {
    const { ask } = await start({ quota: 1, failedCallsCount: false });
    expect((await ask('?numOfDays=9')).status).toBe(400);
    expect((await ask('?numOfDays=1')).status).toBe(200);
    const strict = await start({ quota: 1 });
    expect((await strict.ask('?numOfDays=9')).status).toBe(400);
    expect((await strict.ask('?numOfDays=1')).status).toBe(429);
  });
});

describe('a fault', () => {
  it.each([401, 403, 404, 429, 500])('answers %i with an empty body', async (status) => {
    const { ask } = await startWith({ type: 'status', status });
    const response = await ask('?numOfDays=1');
    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  it.each([
    [{ type: 'html' }, /^<!DOCTYPE html>/],
    [{ type: 'empty-body' }, /^$/],
    [{ type: 'empty-array' }, /^\[\]$/],
    [{ type: 'unknown-object' }, /^\{"version":2/],
    [{ type: 'body', body: '[{"metricName":"Traffic"}]' }, /^\[\{"metricName":"Traffic"\}\]$/],
  ] satisfies [Fault, RegExp][])(
    'puts something else in place of the answer: %j',
    async (fault, body) => {
      const { ask } = await startWith(fault);
      const response = await ask('?numOfDays=1');
      expect(response.status).toBe(200);
      expect(await response.text()).toMatch(body);
    },
  );

  it('stalls without an answer until the client or the server ends it', async () => {
    const { url, token, requests, close } = await startWith({ type: 'stall' });
    const outgoing = httpRequest(`${url}?numOfDays=1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const ended = new Promise<Error>((resolve) => outgoing.once('error', resolve));
    outgoing.end();
    await expect.poll(() => requests.length).toBe(1);
    await close();
    expect(await ended).toMatchObject({ code: 'ECONNRESET' });
    expect(requests).toMatchObject([{ status: null, faults: ['stall'] }]);
  });

  it('breaks off in the middle of the body', async () => {
    const { ask } = await startWith({ type: 'break-off' });
    const response = await ask('?numOfDays=1');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  it('ignores one dimension and keeps the other', async () => {
    const { ask } = await startWith({ type: 'ignore-dimension', dimension: 'URL' }, 'always');
    expect(await (await ask('?numOfDays=1&dimension1=URL&dimension2=Device')).json()).toEqual(
      insightsAnswer({ site, end: NOON, numOfDays: 1, dimensions: ['Device'] }),
    );
    expect(await (await ask('?numOfDays=1&dimension1=URL')).json()).toHaveLength(16);
  });

  it('adds metrics and fields that nobody knows', async () => {
    const { ask } = await startWith({ type: 'unknown-metrics' });
    const metrics: unknown = await (await ask('?numOfDays=1&dimension1=Device')).json();
    expect(metrics).toHaveLength(10);
    expect(metrics).toMatchObject([
      { metricName: 'SmartEvents' },
      { metricName: 'DeadClickCount', information: [{ futureField: {} }, {}, {}] },
      ...Array.from({ length: 8 }, () => ({})),
    ]);
  });

  it('leaves metrics out, and rows of a metric', async () => {
    const simulator = await start();
    const ask = async () =>
      (await (await simulator.ask('?numOfDays=1&dimension1=URL')).json()) as {
        metricName: string;
        information: unknown[];
      }[];
    const whole = await ask();
    const metrics = ['ExcessiveScroll', 'ScrollDepth'];
    simulator.fault({ type: 'missing-metrics', metrics });
    expect(await ask()).toEqual(whole.filter(({ metricName }) => !metrics.includes(metricName)));
    simulator.fault({ type: 'missing-metrics', metrics, which: 'all-others' });
    expect((await ask()).map(({ metricName }) => metricName)).toEqual(metrics);
    simulator.fault({ type: 'missing-rows', metric: 'ScrollDepth' });
    for (const [index, { metricName, information }] of (await ask()).entries()) {
      const rows = whole[index]?.information.length ?? 0;
      const missing = metricName === 'ScrollDepth' ? Math.ceil(rows / 10) : 0;
      expect(information).toHaveLength(rows - missing);
    }
  });

  it.each([null, ''] as const)('writes zero counts as %j', async (as) => {
    const { ask } = await startWith({ type: 'null-counts', as });
    const body = await (await ask('?numOfDays=1&dimension1=URL')).text();
    expect(body).toContain(`"subTotal":${JSON.stringify(as)}`);
    expect(body).not.toContain('"subTotal":0');
    expect(body).toMatch(/"sessionsCount":[1-9]/);
  });

  it('writes all counts as null when told to', async () => {
    const { ask } = await startWith({ type: 'null-counts', as: null, which: 'all' });
    expect(await (await ask('?numOfDays=1')).text()).not.toMatch(/"sessionsCount":[^n]/);
  });

  it.each([
    ['pascal', '"MetricName":"DeadClickCount","Information":'],
    ['lower', '"metricname":"DeadClickCount","information":'],
    ['upper', '"METRICNAME":"DeadClickCount","INFORMATION":'],
  ] as const)('writes keys in %s case', async (as, text) => {
    const { ask } = await startWith({ type: 'key-case', as });
    expect(await (await ask('?numOfDays=1')).text()).toContain(text);
  });

  it('leaves session ids out', async () => {
    const { ask, configure } = await startWith({ type: 'missing-session-ids' });
    configure({ format: 'sessions' });
    const body = await (await ask('?numOfDays=1')).text();
    const ids = body.split('"SessionId":').length - 1;
    const records = body.split('"PageUrl":').length - 1;
    expect(ids).toBe(records - Math.ceil(records / 10));
  });

  it('meets the next request, the nth, those that match, or all', async () => {
    const { ask, fault, clearFaults, requests } = await start();
    fault({ type: 'status', status: 500 });
    fault({ type: 'status', status: 403 }, 3);
    const undo = fault({ type: 'status', status: 404 }, isByUrl);
    await ask('?numOfDays=1');
    await ask('?numOfDays=1');
    await ask('?numOfDays=1');
    await ask('?numOfDays=1&dimension1=URL');
    undo();
    await ask('?numOfDays=1&dimension1=URL');
    fault({ type: 'html' }, 'always');
    fault({ type: 'status', status: 500 }, 9);
    await ask('?numOfDays=1');
    clearFaults();
    await ask('?numOfDays=1');
    expect(requests.map(({ status, faults }) => [status, ...faults])).toEqual([
      [500, 'status'],
      [200],
      [403, 'status'],
      [404, 'status'],
      [200],
      [200, 'html'],
      [200],
    ]);
  });
});
