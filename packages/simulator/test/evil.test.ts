import { describe, expect, it, onTestFinished } from 'vitest';

import {
  createSite,
  evilBehaviours,
  insightsAnswer,
  sessionRecordsAnswer,
  startSimulator,
} from '../src/index.ts';
import { catalogueText } from '../src/evil/catalogue-text.ts';
import { parseOptions } from '../src/cli.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const site = createSite({ seed: 2, sessionsPerDay: 20 });

async function start(name: string, format: 'insights' | 'sessions' = 'insights') {
  const simulator = await startSimulator({ now: () => NOON, site, format });
  onTestFinished(simulator.close);
  simulator.fault({ type: 'evil', name }, 'always');
  return {
    ...simulator,
    ask: (query = '?numOfDays=1') =>
      fetch(`${simulator.url}${query}`, {
        headers: { authorization: `Bearer ${simulator.token}` },
        redirect: 'manual',
      }),
  };
}

describe('an evil answer', () => {
  it('has values in it that only text can hold', async () => {
    const { ask } = await start('sessions-2-63');
    const text = await (await ask()).text();
    expect(text).toContain('"totalSessionCount":9223372036854775808,');
  });

  it('leaves what it does not touch as it was', async () => {
    const { ask } = await start('scroll-250');
    const right = insightsAnswer({ site, end: NOON, numOfDays: 1 });
    expect(await (await ask()).json()).toEqual(
      right.map((metric) =>
        metric.metricName === 'ScrollDepth'
          ? { ...metric, information: [{ averageScrollDepth: 250 }] }
          : metric,
      ),
    );
  });

  it.each(['exponents', 'fractions', 'escapes-only', 'keys-twice', 'gzip', 'brotli-in-gzip'])(
    'says the same as a right one: %s',
    async (name) => {
      const { ask } = await start(name);
      expect(await (await ask()).json()).toEqual(insightsAnswer({ site, end: NOON, numOfDays: 1 }));
    },
  );

  it('is of the format that is served', async () => {
    const { ask } = await start('keys-twice', 'sessions');
    expect(await (await ask()).json()).toEqual(
      sessionRecordsAnswer({ site, end: NOON, numOfDays: 1 }),
    );
  });

  it('can change from one time to the next', async () => {
    const { ask } = await start('status-401-once');
    expect((await ask()).status).toBe(401);
    expect((await ask()).status).toBe(200);
  });

  it('can be no HTTP', async () => {
    const { ask, requests } = await start('tls');
    await expect(ask()).rejects.toThrow('fetch failed');
    expect(requests).toMatchObject([{ status: null, faults: ['evil'] }]);
  });
});

describe('--evil', () => {
  it('takes the name of every behaviour, and list', async () => {
    for (const { name } of evilBehaviours) {
      expect(await parseOptions(['--evil', name])).toMatchObject({ evil: name });
    }
    expect(await parseOptions(['--evil', 'list'])).toMatchObject({ evil: 'list' });
  });

  it('refuses another name', async () => {
    await expect(parseOptions(['--evil', 'worse'])).rejects.toThrow(
      'Unknown behaviour "worse". --evil list shows all.',
    );
  });

  it('list has a line for each', () => {
    const lines = catalogueText().split('\n');
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(evilBehaviours.length);
    expect(lines.filter((line) => /^\w/.test(line))).toEqual([
      'numbers',
      'sizes',
      'encodings',
      'shapes',
      'transport',
    ]);
  });
});
