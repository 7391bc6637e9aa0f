import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { defaultUrlRules, normaliseUrl } from '@clarity-keep/core';
import { loadWindowSums } from '@clarity-keep/db';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collectProject } from '../../src/index.ts';
import { projectOfEnvironment } from '@clarity-keep/environment';
import { aDatabase } from '../support/a-database.ts';

/**
 * Real answers of the API, where a folder of them is at hand: CLARITY_RECORDINGS_DIR. Each is served over
 * HTTP, collected, and compared with sums made here, from the body alone.
 */
const folder = process.env['CLARITY_RECORDINGS_DIR'];

type Row = Record<string, string | number | null>;
type Body = { metricName: string; information: Row[] }[];

const recordings = folder === undefined ? [] : readRecordings(folder);

describe.skipIf(folder === undefined)('a recorded answer', () => {
  it.each(recordings)('$name gives the facts that its body holds', async ({ body }) => {
    const dimensions = Object.keys(
      body.find(({ metricName }) => metricName === 'Traffic')?.information[0] ?? {},
    )
      .filter((key) => ['Url', 'Device', 'Country'].includes(key))
      .join(',');
    const { db, collection } = await collectServed(body, dimensions);
    expect(collection.error).toBeNull();
    const breakdown = ({ '': 'total', Url: 'page', Device: 'device', Country: 'country' } as const)[
      dimensions
    ];
    if (breakdown === undefined) throw new Error(`No breakdown by ${dimensions}.`);
    const days = db.sql.prepare('SELECT DISTINCT day FROM day_facts').pluck().all() as string[];
    const range = { from: days[0] ?? '', to: days[0] ?? '' };
    const stored = loadWindowSums(db, { projectId: 'wxb0r23ozh', breakdown, ...range }).map(
      ({ values, sums }) => [
        Object.values(values)[0] ?? '',
        {
          sessions: sums.sessions,
          bots: sums.botSessions,
          rage: [sums.signals.rageClicks.events, sums.signals.rageClicks.affected],
          dead: [sums.signals.deadClicks.events, sums.signals.deadClicks.affected],
          quickbacks: [sums.signals.quickbackClicks.events, sums.signals.quickbackClicks.affected],
          errors: [sums.signals.scriptErrors.events, sums.signals.scriptErrors.affected],
          depth: Math.round(sums.scrollDepth?.sum ?? 0),
          seconds: Math.round(sums.totalSeconds?.sum ?? 0),
        },
      ],
    );
    expect(Object.fromEntries(stored)).toEqual(sumsOf(body, dimensions));
  });
});

/** Per value of the dimension, what the rows add up to. */
function sumsOf(body: Body, dimension: string): Record<string, unknown> {
  const rowsOf = (metric: string) =>
    body.find(({ metricName }) => metricName === metric)?.information ?? [];
  const keyOf = (row: Row): string | null => {
    if (dimension === '') return '';
    const value = row[dimension];
    if (value === null || value === undefined) return null;
    return dimension === 'Url' ? normaliseUrl(String(value), defaultUrlRules) : String(value);
  };
  const sessionsOf = new Map(
    rowsOf('Traffic').map((row) => [row[dimension] ?? '', Number(row['totalSessionCount'])]),
  );
  const add = (metric: string, read: (row: Row) => number): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const row of rowsOf(metric)) {
      const key = keyOf(row);
      if (key !== null) sums.set(key, (sums.get(key) ?? 0) + read(row));
    }
    return sums;
  };
  const sessions = add('Traffic', (row) => Number(row['totalSessionCount']));
  const bots = add('Traffic', (row) => Number(row['totalBotSessionCount']));
  const events = (metric: string) => add(metric, (row) => Number(row['subTotal']));
  const affected = (metric: string) =>
    add(metric, (row) =>
      Math.round(
        (Number(row['sessionsWithMetricPercentage']) * Number(row['sessionsCount'])) / 100,
      ),
    );
  const weighted = (metric: string, field: string) =>
    add(metric, (row) => Number(row[field] ?? 0) * (sessionsOf.get(row[dimension] ?? '') ?? 0));
  const signal = (metric: string) => [events(metric), affected(metric)] as const;
  const [rage, dead] = [signal('RageClickCount'), signal('DeadClickCount')];
  const [quickbacks, errors] = [signal('QuickbackClick'), signal('ScriptErrorCount')];
  const depth = weighted('ScrollDepth', 'averageScrollDepth');
  const seconds = weighted('EngagementTime', 'totalTime');
  return Object.fromEntries(
    [...sessions]
      .filter(([key, count]) => dimension === '' || count > 0 || (bots.get(key) ?? 0) > 0)
      .map(([key, count]) => [
        key,
        {
          sessions: count,
          bots: bots.get(key),
          rage: rage.map((sums) => sums.get(key) ?? 0),
          dead: dead.map((sums) => sums.get(key) ?? 0),
          quickbacks: quickbacks.map((sums) => sums.get(key) ?? 0),
          errors: errors.map((sums) => sums.get(key) ?? 0),
          depth: Math.round(depth.get(key) ?? 0),
          seconds: Math.round(seconds.get(key) ?? 0),
        },
      ]),
  );
}

/** Serves the body for the request it was an answer to, and nothing for the others. */
async function collectServed(body: Body, dimensions: string) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const first = url.searchParams.get('dimension1') ?? '';
    const isAsked = first.toLowerCase() === (dimensions.split(',')[0] ?? '').toLowerCase();
    const empty = body.slice(0, 9).map(({ metricName }) => ({ metricName, information: [] }));
    response.end(JSON.stringify(isAsked ? body : empty));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
  });
  const db = aDatabase();
  const now = new Date('2026-11-20T05:00:00Z');
  const collection = await collectProject(
    {
      db,
      fetch: (url, init) => fetch(url, init),
      now: () => now,
      sleep: async () => undefined,
      thisProcess: { host: 'here', pid: 1, isAlive: () => true },
    },
    {
      project: projectOfEnvironment('wxb0r23ozh', 'UTC'),
      // The server gives the same body for every window.
      numOfDays: 1,
      token: 'eyJ.fake.token',
      apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      timeoutMs: 5000,
    },
  );
  return { db, collection };
}

/** Bodies anywhere in the files: alone, or in objects by date. */
function readRecordings(path: string): { name: string; body: Body }[] {
  return readdirSync(path)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => bodiesIn(JSON.parse(readFileSync(join(path, file), 'utf8')), file));
}

function bodiesIn(json: unknown, name: string): { name: string; body: Body }[] {
  if (Array.isArray(json)) return [{ name, body: json as Body }];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => bodiesIn(value, `${name} ${key}`));
}
