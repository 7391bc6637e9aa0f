// @module-tag slow
import { gunzipSync } from 'node:zlib';
import { defaultUrlRules, normaliseUrl } from '@clarity-keep/core';
import type { Breakdown } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { acquireLease, loadWindowSums, saveProject } from '@clarity-keep/db';
import type { TruthDimension } from '@clarity-keep/simulator';
import { truth } from '@clarity-keep/simulator';
import { describe, expect, it } from 'vitest';
import type { ProjectCollection } from '../../src/index.ts';
import type { CollectorFixture } from '../support/a-collector.ts';
import { aCollector, aDailyCollector } from '../support/a-collector.ts';
import { rows } from '../support/a-database.ts';

const DAY_MS = 86_400_000;

const signals = {
  rageClicks: 'rageClicks',
  deadClicks: 'deadClicks',
  errorClicks: 'errorClicks',
  scriptErrors: 'scriptErrors',
} as const;

/** Window and dimensions of each call, in order. */
function asked({ calls }: ProjectCollection): string[] {
  return calls.map(({ numOfDays, dimensions }) => `${numOfDays}: ${dimensions.join()}`);
}

/** Sessions, bots, events and affected sessions per segment, as stored. */
function stored(db: Database, projectId: string, breakdown: Breakdown, day: string) {
  const found = loadWindowSums(db, { projectId, breakdown, from: day, to: day });
  return Object.fromEntries(
    found
      .filter(({ sums }) => sums.sessions > 0)
      .map(({ values, sums }) => [
        Object.values(values).join(' | '),
        [
          sums.sessions,
          sums.botSessions,
          ...Object.keys(signals).map((signal) => {
            const { events, affected } = sums.signals[signal as keyof typeof signals];
            return `${events}/${affected}`;
          }),
        ],
      ]),
  );
}

/** The same of what the simulated visitors really did in the last 24 hours, or in those some days before. */
function expected({ simulator, clock }: CollectorFixture, by: TruthDimension[], daysBefore = 0) {
  const end = clock.now.getTime() - daysBefore * DAY_MS;
  const found = truth({
    site: simulator.site,
    from: end - DAY_MS,
    to: end,
    by,
    normaliseUrl: (url) => normaliseUrl(url, defaultUrlRules) ?? url,
    counting: 'per-url',
    withBots: true,
  });
  return Object.fromEntries(
    found
      .filter(({ sessions }) => sessions > 0)
      .map((row) => [
        by.map((dimension) => row.segment[dimension] ?? '').join(' | '),
        [
          row.sessions,
          row.botSessions,
          ...Object.keys(signals).map((signal) => {
            const { events, affected } = row.signals[signal as keyof typeof signals];
            return `${events}/${affected}`;
          }),
        ],
      ]),
  );
}

describe('a collection', () => {
  it.each(['strings', 'mixed', 'numbers'] as const)(
    'stores what visitors really did, with counts as %s',
    async (numbers) => {
      const collector = await aCollector({ numbers });
      const { db, simulator, collect } = collector;
      const collection = await collect();
      expect(collection).toMatchObject({
        project: simulator.projectId,
        format: 'insights',
        quota: { used: 9, limit: 10 },
        warnings: [],
        error: null,
      });
      expect(asked(collection)).toEqual([
        '1: ',
        '1: URL,Device',
        '1: Device,Source,Medium',
        '2: ',
        '3: ',
        '2: URL,Device',
        '3: URL,Device',
        '2: Device,Source,Medium',
        '3: Device,Source,Medium',
      ]);
      expect(
        collection.calls.every(
          ({ status, httpStatus }) => `${status} ${httpStatus}` === 'answered 200',
        ),
      ).toBe(true);
      for (const [daysBefore, day] of ['2026-11-19', '2026-11-18', '2026-11-17'].entries()) {
        const of = (breakdown: Breakdown) => stored(db, simulator.projectId, breakdown, day);
        const really = (...by: TruthDimension[]) => expected(collector, by, daysBefore);
        expect(of('total')).toEqual(really());
        expect(of('page')).toEqual(really('page'));
        expect(of('device')).toEqual(really('device'));
        expect(of('page_device')).toEqual(really('page', 'device'));
        expect(of('source_medium')).toEqual(really('source', 'medium'));
      }
    },
  );

  it('says of each day what it knows', async () => {
    const { db, collect } = await aCollector();
    await collect();
    const coverage = rows(
      db,
      'SELECT day, breakdown, state, method, overlap_seconds FROM day_coverage ORDER BY day DESC, breakdown',
    );
    const breakdowns = [
      'device',
      'device_source_medium',
      'page',
      'page_device',
      'source_medium',
      'total',
    ];
    const found = coverage.filter(({ breakdown }) => breakdown !== 'referrer');
    expect(found).toEqual(
      ['2026-11-19', '2026-11-18', '2026-11-17'].flatMap((day) =>
        breakdowns.map((breakdown) => ({
          day,
          breakdown,
          ...(day === '2026-11-19'
            ? { state: 'complete', method: 'direct' }
            : { state: 'estimated', method: 'differenced' }),
          overlap_seconds: 19 * 3600,
        })),
      ),
    );
  });

  it('makes three calls a day from then on, and one day', async () => {
    const collector = await aDailyCollector();
    const { db, simulator, collect } = collector;
    const before = rows(db, "SELECT * FROM day_facts WHERE day < '2026-11-19'");
    const collection = await collect();
    expect(asked(collection)).toEqual(['1: ', '1: URL,Device', '1: Device,Source,Medium']);
    expect(collection).toMatchObject({ quota: { used: 3 }, warnings: [], error: null });
    expect(rows(db, "SELECT * FROM day_facts WHERE day < '2026-11-19'")).toEqual(before);
    expect(stored(db, simulator.projectId, 'page', '2026-11-19')).toEqual(
      expected(collector, ['page']),
    );
  });

  it.each([
    { missed: 1, calls: 6, estimated: ['2026-11-18'] },
    { missed: 2, calls: 9, estimated: ['2026-11-17', '2026-11-18'] },
  ])('heals $missed missed days while Clarity has them', async ({ missed, calls, estimated }) => {
    const collector = await aCollector();
    const { db, simulator, clock, collect } = collector;
    const today = clock.now;
    clock.now = new Date(today.getTime() - (missed + 1) * DAY_MS);
    await collect();
    const history = rows(db, 'SELECT MAX(day) AS day FROM day_facts')[0]?.['day'];
    clock.now = today;
    const collection = await collect();
    expect(collection).toMatchObject({ warnings: [], error: null });
    expect(collection.calls).toHaveLength(calls);
    expect(
      rows(
        db,
        "SELECT day, state FROM day_coverage WHERE breakdown = 'page' AND day > ? ORDER BY day",
        history,
      ),
    ).toEqual([
      ...estimated.map((day) => ({ day, state: 'estimated' })),
      { day: '2026-11-19', state: 'complete' },
    ]);
    for (const [index, day] of estimated.toReversed().entries()) {
      expect(stored(db, simulator.projectId, 'page_device', day)).toEqual(
        expected(collector, ['page', 'device'], index + 1),
      );
    }
  });

  it('says so when the calls do not fill all gaps, and goes on when more are free', async () => {
    const { db, clock, collect } = await aCollector({ at: '2026-11-19T23:00:00Z' });
    await collect(3);
    clock.now = new Date('2026-11-20T12:30:00Z');
    expect(await collect()).toMatchObject({
      error: null,
      quota: { used: 9 },
      warnings: [
        'Not enough calls are free to collect all of 2026-11-18 and 2026-11-19: 3 more are free from 2026-11-20 23:00 UTC. ' +
          'The next run tries again while Clarity still has the data.',
      ],
    });
    const days = "SELECT day FROM day_coverage WHERE breakdown = 'page' ORDER BY day";
    expect(rows(db, days)).toEqual([{ day: '2026-11-19' }, { day: '2026-11-20' }]);
    clock.now = new Date('2026-11-20T23:00:00Z');
    const collection = await collect();
    // The wider window needs the narrower one of the same moment.
    expect(asked(collection)).toEqual(['2: URL,Device', '3: URL,Device']);
    expect(collection).toMatchObject({
      error: null,
      warnings: [
        expect.stringContaining(
          '2026-11-19: 6 more are free from 2026-11-21 12:30 UTC. The next run',
        ),
        expect.stringContaining(
          '2026-11-18: 6 more are free from 2026-11-21 12:30 UTC, and Clarity',
        ),
      ],
    });
    expect(rows(db, days)).toEqual([
      { day: '2026-11-18' },
      { day: '2026-11-19' },
      { day: '2026-11-20' },
    ]);
  });

  it('asks for extra breakdowns after everything else', async () => {
    const collector = await aDailyCollector({ extras: ['country'] });
    const collection = await collector.collect();
    expect(asked(collection)).toEqual([
      '1: ',
      '1: URL,Device',
      '1: Device,Source,Medium',
      '1: Country',
      // There was no room for them on the first day.
      '2: Country',
      '3: Country',
    ]);
    expect(stored(collector.db, collector.simulator.projectId, 'country', '2026-11-19')).toEqual(
      expected(collector, ['country']),
    );
  });

  it('keeps two projects in one database apart', async () => {
    const shop = await aCollector();
    const blog = await aCollector({ db: shop.db, seed: 8 });
    expect(blog.simulator.projectId).not.toBe(shop.simulator.projectId);
    await shop.collect();
    const facts = 'SELECT * FROM day_facts WHERE project_id = ?';
    const before = rows(shop.db, facts, shop.simulator.projectId);
    expect(await blog.collect()).toMatchObject({ error: null, quota: { used: 9 } });
    expect(rows(shop.db, facts, shop.simulator.projectId)).toEqual(before);
    expect(rows(shop.db, facts, blog.simulator.projectId)).toHaveLength(before.length);
  });

  it('counts on the day of the project’s own zone', async () => {
    const { db, collect } = await aCollector({
      at: '2026-11-20T11:30:00Z',
      timeZone: 'Europe/Berlin',
    });
    await collect();
    expect(rows(db, 'SELECT DISTINCT day FROM day_facts ORDER BY day')).toEqual([
      { day: '2026-11-18' },
      { day: '2026-11-19' },
      { day: '2026-11-20' },
    ]);
  });

  it('asks nothing a second time, and changes nothing', async () => {
    const { db, clock, collect } = await aCollector();
    await collect();
    const before = rows(db, 'SELECT * FROM day_facts');
    clock.now = new Date('2026-11-20T08:00:00Z');
    const again = await collect();
    expect(again.calls).toEqual([]);
    expect(again.quota.used).toBe(9);
    expect(again.error).toBeNull();
    expect(rows(db, 'SELECT * FROM day_facts')).toEqual(before);
  });

  it('asks the rest when an earlier run was cut short', async () => {
    const { simulator, collect } = await aDailyCollector();
    simulator.fault({ type: 'status', status: 404 }, 2);
    expect(await collect()).toMatchObject({ error: { code: 'request-refused' } });
    const again = await collect();
    // What failed comes last, so that one that always fails keeps none from the others.
    expect(asked(again)).toEqual(['1: Device,Source,Medium', '1: URL,Device']);
    expect(again.error).toBeNull();
  });

  it('lets the window that covers more of a day have it', async () => {
    const { db, clock, simulator, collect } = await aDailyCollector({ at: '2026-11-20T09:00:00Z' });
    await collect();
    const early = stored(db, simulator.projectId, 'total', '2026-11-19');
    clock.now = new Date('2026-11-20T11:00:00Z');
    const worse = await collect(1);
    expect(asked(worse)).toEqual(['1: ', '1: URL,Device', '1: Device,Source,Medium']);
    expect(worse.facts).toMatchObject({ inserted: 0, replaced: 0 });
    expect(stored(db, simulator.projectId, 'total', '2026-11-19')).toEqual(early);
  });

  it('covers no hour twice, whatever the hour of the first run and of those by hand', async () => {
    const { db, clock, simulator, collect } = await aCollector({
      at: '2026-11-16T14:00:00Z',
      quota: 99,
    });
    await collect();
    for (let day = 17; day <= 21; day += 1) {
      for (const hour of day === 21 ? ['05'] : ['05', '09', '13', '22']) {
        clock.now = new Date(`2026-11-${day}T${hour}:00:00Z`);
        expect((await collect()).error).toBeNull();
      }
    }
    const covered = rows(
      db,
      "SELECT day, state, overlap_seconds / 3600 AS hours, window_end FROM day_coverage WHERE breakdown = 'total' ORDER BY day",
    );
    expect(covered.map(({ day, state, hours }) => [day, state, hours])).toEqual([
      ['2026-11-14', 'estimated', 14],
      ['2026-11-15', 'estimated', 22],
      ['2026-11-16', 'estimated', 22],
      ['2026-11-17', 'complete', 22],
      ['2026-11-18', 'complete', 19],
      ['2026-11-19', 'complete', 19],
      ['2026-11-20', 'complete', 19],
    ]);
    const ends = covered.map((row) => Date.parse(String(row['window_end'])));
    for (const [index, end] of ends.entries()) {
      expect(end - (ends[index - 1] ?? 0)).toBeGreaterThanOrEqual(DAY_MS);
    }
    const [sum] = rows(db, 'SELECT SUM(sessions) AS sessions FROM site_days');
    const seen = ends.flatMap((end) =>
      truth({ site: simulator.site, from: end - DAY_MS, to: end }),
    );
    expect(sum?.['sessions']).toBe(seen.reduce((total, { sessions }) => total + sessions, 0));
  });

  it('makes an estimate of a window that shares hours with the day before, until a better one comes', async () => {
    const { db, clock, collect } = await aDailyCollector();
    await collect();
    const states = () =>
      rows(
        db,
        "SELECT day, state FROM day_coverage WHERE breakdown = 'total' AND day > '2026-11-18' ORDER BY day",
      ).map(({ day, state }) => `${String(day)} ${String(state)}`);
    clock.now = new Date('2026-11-20T13:00:00Z');
    await collect(1);
    expect(states()).toEqual(['2026-11-19 complete', '2026-11-20 estimated']);
    clock.now = new Date('2026-11-21T05:00:00Z');
    await collect();
    expect(states()).toEqual(['2026-11-19 complete', '2026-11-20 complete']);
  });

  it('goes on when a body stored by an earlier run cannot be parsed', async () => {
    const { db, simulator, collect } = await aDailyCollector();
    await collect();
    const made = simulator.requests.length;
    db.sql.exec(
      `${unread};
       UPDATE api_calls SET body = x'00' WHERE requested_at >= '2026-11-20' AND dimensions = 'URL,Device'`,
    );
    const collection = await collect();
    expect(collection.warnings.join()).toContain('stored by an earlier run cannot be parsed');
    expect(asked(collection)).toEqual(['1: URL,Device']);
    expect(simulator.requests).toHaveLength(made + 1);
    expect((await collect()).calls).toEqual([]);
  });

  it('sets apart what a clock ahead of its time has dated, once the clock is right', async () => {
    const { db, simulator, clock, collect } = await aCollector({ at: '2026-11-19T05:00:00Z' });
    clock.ahead = 4 * DAY_MS;
    await collect();
    expect(rows(db, 'SELECT MAX(day) AS day FROM day_coverage')).toEqual([{ day: '2026-11-22' }]);
    clock.now = new Date('2026-11-20T05:00:00Z');
    clock.ahead = 0;
    const collection = await collect();
    expect(collection.error).toBeNull();
    expect(collection.warnings.join()).toContain(
      'clock was ahead: 9 stored responses from after 2026-11-20 05:00 UTC no longer count',
    );
    const days = 'SELECT DISTINCT day FROM day_facts ORDER BY day';
    expect(rows(db, days)).toEqual(
      ['2026-11-17', '2026-11-18', '2026-11-19'].map((day) => ({ day })),
    );
    expect(
      rows(db, 'SELECT state, COUNT(body) AS bodies FROM api_calls GROUP BY state ORDER BY state'),
    ).toEqual([
      { state: 'answered', bodies: 9 },
      { state: 'misdated', bodies: 9 },
    ]);
    // The days it had been ahead by come, and are nobody else's.
    clock.now = new Date('2026-11-23T05:00:00Z');
    expect((await collect()).warnings).toEqual([]);
    expect(stored(db, simulator.projectId, 'total', '2026-11-22')).not.toEqual({});
  });

  it('sets nothing apart while nobody has confirmed that its clock is right', async () => {
    const { db, clock, collect } = await aCollector({
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        return new Response(response.body, { status: response.status });
      },
    });
    await collect();
    const before = rows(db, 'SELECT * FROM day_facts');
    clock.now = new Date('2020-01-01T00:00:00Z');
    await collect();
    const kept = rows(db, "SELECT * FROM day_facts WHERE day > '2026-01-01'");
    expect(kept).toEqual(before);
  });

  it('never makes more than ten calls in 24 hours', async () => {
    const { simulator, clock, collect } = await aCollector({ quota: 100 });
    for (let run = 0; run < 3; run += 1) await collect(1);
    const last = await collect(1);
    expect(last.calls).toHaveLength(1);
    expect(last.error?.code).toBe('quota-spent');
    expect(last.error?.message).toContain('10 of 10 calls in the last 24 hours are used');
    expect(simulator.requests).toHaveLength(10);
    clock.now = new Date('2026-11-21T00:01:00Z');
    expect(await collect(1)).toMatchObject({ calls: [], error: { code: 'quota-spent' } });
    clock.now = new Date('2026-11-21T05:01:00Z');
    expect((await collect(1)).error).toBeNull();
  });

  it('leaves the reserve to whoever asks by hand', async () => {
    const { simulator, collect } = await aCollector({ reserve: 4 });
    const planned = await collect();
    expect(planned).toMatchObject({ error: null, quota: { used: 6 } });
    expect(planned.warnings.join()).toContain('Not enough calls are free to collect');
    expect((await collect()).calls).toEqual([]);
    expect(await collect(1)).toMatchObject({ error: null, quota: { used: 9 } });
    expect(await collect(1)).toMatchObject({
      error: { code: 'quota-spent' },
      quota: { used: 10 },
    });
    expect(simulator.requests).toHaveLength(10);
  });

  it('keeps wide windows raw while there is nothing to take from them', async () => {
    const { db, collect } = await aCollector();
    const collection = await collect(3);
    expect(collection).toMatchObject({ warnings: [], error: null });
    expect(rows(db, 'SELECT COUNT(*) AS facts FROM day_facts')).toEqual([{ facts: 0 }]);
    expect(rows(db, 'SELECT COUNT(*) AS days FROM day_coverage')).toEqual([{ days: 0 }]);
    expect(rows(db, 'SELECT num_of_days, length(body) > 0 AS kept FROM api_calls')).toEqual(
      Array.from({ length: 3 }, () => ({ num_of_days: 3, kept: 1 })),
    );
  });

  it.each([
    ['the narrower one first', 2, 3],
    ['the wider one first', 3, 2],
  ] as const)('makes a day of two windows by hand, %s', async (_order, first, second) => {
    const collector = await aCollector();
    const { db, simulator, collect } = collector;
    expect((await collect(first)).facts.inserted).toBe(0);
    expect((await collect(second)).facts.inserted).toBeGreaterThan(0);
    expect(rows(db, 'SELECT DISTINCT day, state, method FROM day_coverage')).toEqual([
      { day: '2026-11-17', state: 'estimated', method: 'differenced' },
    ]);
    for (const [breakdown, by] of [
      ['total', []],
      ['page', ['page']],
      ['page_device', ['page', 'device']],
    ] as const) {
      expect(stored(db, simulator.projectId, breakdown, '2026-11-17')).toEqual(
        expected(collector, [...by], 2),
      );
    }
  });

  it.each([
    { minutes: 15, days: 1 },
    { minutes: 16, days: 0 },
  ])(
    'takes a window from one of $minutes minutes before: $days days',
    async ({ minutes, days }) => {
      const { db, clock, collect } = await aCollector();
      await collect(2);
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
      await collect(3);
      expect(rows(db, 'SELECT COUNT(DISTINCT day) AS days FROM day_coverage')).toEqual([{ days }]);
    },
  );

  it('makes facts of a body that a process left behind unread', async () => {
    const { db, simulator, collect } = await aDailyCollector();
    await collect();
    const made = simulator.requests.length;
    const sorted = 'SELECT * FROM day_facts ORDER BY breakdown, day, segment_id';
    const facts = rows(db, sorted);
    const coverage = rows(db, 'SELECT * FROM day_coverage ORDER BY breakdown, day');
    db.sql.exec(unread);
    const collection = await collect();
    expect(collection).toMatchObject({ calls: [], warnings: [], error: null });
    expect(rows(db, sorted)).toEqual(facts);
    expect(rows(db, 'SELECT * FROM day_coverage ORDER BY breakdown, day')).toEqual(coverage);
    expect(simulator.requests).toHaveLength(made);
  });

  it('parses again what an earlier version parsed, and makes the facts of this one', async () => {
    const { db, simulator, collect } = await aDailyCollector();
    await collect();
    const made = simulator.requests.length;
    const sorted = 'SELECT * FROM day_facts ORDER BY breakdown, day, segment_id';
    const facts = rows(db, sorted);
    db.sql.exec(`UPDATE day_facts SET rage_click_events = 0, rage_click_sessions = 0;
      UPDATE api_calls SET parser_version = 2`);
    const collection = await collect();
    expect(collection).toMatchObject({ calls: [], warnings: [], error: null });
    expect(collection.facts.replaced).toBeGreaterThan(0);
    expect(rows(db, sorted)).toEqual(facts);
    expect(await collect()).toMatchObject({ facts: { replaced: 0, unchanged: 0 } });
    expect(simulator.requests).toHaveLength(made);
  });
});

/** As a kill between the two transactions of each call leaves the archive. */
const unread = `DELETE FROM day_facts; DELETE FROM day_coverage; DELETE FROM reconciliations;
  DELETE FROM answered_breakdowns;
  UPDATE api_calls SET format = NULL, breakdown = NULL, rows = NULL, truncated = NULL, parsed_at = NULL,
    parser_version = NULL`;

describe('a strange answer', () => {
  it('is refused as a breakdown when Clarity ignored the dimensions', async () => {
    const { db, simulator, collect } = await aDailyCollector();
    for (const dimension of ['URL', 'Device', 'Source', 'Medium'] as const) {
      simulator.fault({ type: 'ignore-dimension', dimension }, 'always');
    }
    const collection = await collect();
    expect(collection.warnings.join()).toContain('Clarity ignored the dimensions page, device');
    expect(
      rows(
        db,
        "SELECT DISTINCT breakdown FROM day_facts WHERE day = '2026-11-19' AND breakdown <> 'referrer'",
      ),
    ).toEqual([{ breakdown: 'total' }]);
    expect(await collect()).toMatchObject({ calls: [], error: null });
  });

  it('is stored as what its rows say when one dimension of two was ignored', async () => {
    const collector = await aCollector();
    collector.simulator.fault({ type: 'ignore-dimension', dimension: 'Device' }, 'always');
    const collection = await collector.collect();
    expect(collection.warnings.join()).toContain('stored as page');
    expect(stored(collector.db, collector.simulator.projectId, 'page', '2026-11-19')).toEqual(
      expected(collector, ['page']),
    );
  });

  it('is marked when it was cut at a thousand rows, and pages are asked for alone', async () => {
    const collector = await aDailyCollector();
    const { db, simulator, collect } = collector;
    const information = Array.from({ length: 1000 }, (_, index) => ({
      totalSessionCount: 1,
      totalBotSessionCount: 0,
      Url: `https://x.example/${index}`,
      Device: 'PC',
    }));
    simulator.fault(
      { type: 'body', body: JSON.stringify([{ metricName: 'Traffic', information }]) },
      2,
    );
    const collection = await collect();
    expect(
      asked(collection).map((call, index) => [call, collection.calls[index]?.truncated]),
    ).toEqual([
      ['1: ', false],
      ['1: URL,Device', true],
      ['1: URL', false],
      ['1: Device,Source,Medium', false],
    ]);
    expect(collection.warnings.join()).toContain(
      'cut the response by page_device off at 1,000 rows (Traffic)',
    );
    expect(
      rows(
        db,
        `SELECT breakdown, state FROM day_coverage
         WHERE day = '2026-11-19' AND breakdown IN ('page', 'page_device') ORDER BY breakdown`,
      ),
    ).toEqual([
      { breakdown: 'page', state: 'complete' },
      { breakdown: 'page_device', state: 'truncated' },
    ]);
    expect(
      rows(
        db,
        "SELECT DISTINCT rage_click_events FROM day_facts WHERE day = '2026-11-19' AND breakdown = 'page_device'",
      ),
    ).toEqual([{ rage_click_events: null }]);
    expect(stored(db, simulator.projectId, 'page', '2026-11-19')).toEqual(
      expected(collector, ['page']),
    );
  });

  it('is read although it has metrics and fields that nobody knows', async () => {
    const collector = await aCollector();
    collector.simulator.fault({ type: 'unknown-metrics' }, 'always');
    const collection = await collector.collect();
    expect(collection.error).toBeNull();
    expect(collection.warnings.join()).toContain('data this version does not know');
    expect(rows(collector.db, 'SELECT unrecognised IS NOT NULL AS noted FROM api_calls')).toEqual(
      Array.from({ length: 9 }, () => ({ noted: 1 })),
    );
    expect(stored(collector.db, collector.simulator.projectId, 'page', '2026-11-19')).toEqual(
      expected(collector, ['page']),
    );
  });

  it('is read with keys in another case', async () => {
    const collector = await aCollector();
    collector.simulator.fault({ type: 'key-case', as: 'upper' }, 'always');
    await collector.collect();
    expect(
      stored(collector.db, collector.simulator.projectId, 'page_device', '2026-11-19'),
    ).toEqual(expected(collector, ['page', 'device']));
  });
});

describe('a failed call', () => {
  it.each([
    [{ type: 'status', status: 401 }, 'token-refused', 'refused', 401, 1],
    [{ type: 'status', status: 403 }, 'token-refused', 'refused', 403, 1],
    [{ type: 'status', status: 404 }, 'request-refused', 'failed', 404, 1],
    [{ type: 'status', status: 429 }, 'quota-spent', 'limited', 429, 0],
  ] as const)(
    '%j stores nothing as zero, and counts as spent unless it is the quota',
    async (fault, code, status, httpStatus, used) => {
      const { db, simulator, pauses, collect } = await aCollector();
      simulator.fault(fault, 'always');
      expect(await collect()).toMatchObject({
        error: { code },
        calls: [{ status, httpStatus, rows: null }],
        quota: { used },
      });
      expect([simulator.requests.length, pauses]).toEqual([1, []]);
      expect(rows(db, 'SELECT state, body FROM api_calls')).toEqual([
        { state: status, body: null },
      ]);
      expectNothingStored(db);
    },
  );

  it.each([
    [{ type: 'status', status: 500 }, 'unavailable', 500],
    [{ type: 'status', status: 503 }, 'unavailable', 503],
    [{ type: 'stall' }, 'timeout', null],
    [{ type: 'break-off' }, 'broken-off', null],
  ] as const)('%j is tried once more, and both count as spent', async (fault, code, httpStatus) => {
    const { db, simulator, pauses, collect } = await aCollector({
      timeoutMs: fault.type === 'stall' ? 300 : 20_000,
    });
    simulator.fault(fault, 'always');
    const failed = { status: 'failed', httpStatus };
    expect(await collect()).toMatchObject({
      error: { code },
      calls: [failed, failed],
      quota: { used: 2 },
    });
    expect(simulator.requests).toHaveLength(2);
    expect(pauses).toEqual([5000]);
    expect(rows(db, 'SELECT state, body FROM api_calls')).toEqual([
      { state: 'failed', body: null },
      { state: 'failed', body: null },
    ]);
    expectNothingStored(db);
  });

  it.each([
    { type: 'status', status: 500 },
    { type: 'stall' },
    { type: 'break-off' },
    { type: 'html' },
    { type: 'empty-body' },
  ] as const)('%j that passes is over with the second try', async (fault) => {
    const collector = await aDailyCollector({
      timeoutMs: fault.type === 'stall' ? 3_000 : 20_000,
    });
    const { db, simulator, collect } = collector;
    simulator.fault(fault, 'next');
    const collection = await collect();
    expect(collection).toMatchObject({ error: null, quota: { used: 4 } });
    expect(asked(collection)).toEqual(['1: ', '1: ', '1: URL,Device', '1: Device,Source,Medium']);
    expect(stored(db, simulator.projectId, 'total', '2026-11-19')).toEqual(expected(collector, []));
  });

  it('is not tried once more when its call was the last', async () => {
    const { simulator, pauses, collect } = await aCollector();
    await collect();
    simulator.fault({ type: 'status', status: 500 }, 'always');
    expect(await collect(1)).toMatchObject({
      error: { code: 'unavailable' },
      calls: [{ status: 'failed' }],
      quota: { used: 10 },
    });
    expect(pauses).toEqual([]);
  });

  it('that surely reached nobody costs nothing', async () => {
    let isCutOff = true;
    const { db, simulator, collect } = await aCollector({
      fetch: (url, init) => {
        const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
        return isCutOff
          ? Promise.reject(new TypeError('fetch failed', { cause: refused }))
          : fetch(url, init);
      },
    });
    expect(await collect()).toMatchObject({
      error: { code: 'unreachable' },
      calls: [{ status: 'unsent', httpStatus: null }],
      quota: { used: 0 },
    });
    expect(rows(db, 'SELECT state, body FROM api_calls')).toEqual([
      { state: 'unsent', body: null },
    ]);
    expectNothingStored(db);
    isCutOff = false;
    expect(await collect()).toMatchObject({ error: null, warnings: [], quota: { used: 9 } });
    expect(simulator.requests).toHaveLength(9);
  });

  it('keeps what came instead of an answer', async () => {
    const { db, simulator, collect } = await aCollector();
    simulator.fault({ type: 'status', status: 400, body: '{"error":"no such dimension"}' });
    await collect();
    const kept = db.sql.prepare('SELECT body FROM api_calls').pluck().all() as Buffer[];
    expect(kept.map((body) => gunzipSync(body).toString())).toEqual([
      '{"error":"no such dimension"}',
    ]);
    // It is no answer: nothing is made of it later either.
    expect((await collect()).error).toBeNull();
    expect(rows(db, 'SELECT state, parsed_at FROM api_calls WHERE id = 1')).toEqual([
      { state: 'failed', parsed_at: null },
    ]);
  });

  it.each([
    [{ type: 'html' }, 'unreadable', 2],
    [{ type: 'empty-body' }, 'unreadable', 2],
    [{ type: 'empty-array' }, 'not-understood', 3],
    [{ type: 'unknown-object' }, 'not-understood', 3],
  ] as const)('%j keeps the raw body and is asked again', async (fault, code, tries) => {
    const { db, simulator, collect } = await aDailyCollector();
    const undo = simulator.fault(fault, 'always');
    expect(await collect()).toMatchObject({ error: { code }, quota: { used: tries } });
    expect(
      rows(
        db,
        `SELECT state, body IS NOT NULL AS kept, parsed_at, error IS NOT NULL AS noted FROM api_calls
         WHERE requested_at >= '2026-11-20'`,
      ),
    ).toEqual(
      Array.from({ length: tries }, () => ({
        state: 'answered',
        kept: 1,
        parsed_at: null,
        noted: 1,
      })),
    );
    expect(rows(db, "SELECT COUNT(*) AS count FROM day_facts WHERE day = '2026-11-19'")).toEqual([
      { count: 0 },
    ]);
    undo();
    expect(await collect()).toMatchObject({ error: null, quota: { used: tries + 3 } });
  });

  it('leaves what was fetched before it', async () => {
    const { db, simulator, collect } = await aCollector();
    simulator.fault({ type: 'status', status: 429 }, 3);
    const collection = await collect();
    expect(collection.calls.map(({ status }) => status)).toEqual([
      'answered',
      'answered',
      'limited',
    ]);
    expect(stored(db, simulator.projectId, 'page', '2026-11-19')).not.toEqual({});
  });

  it('with 429 stops the calls for an hour, however few were made, and costs none', async () => {
    const { simulator, clock, collect } = await aCollector({ at: '2026-11-20T22:00:00Z' });
    simulator.fault({ type: 'status', status: 429 });
    await collect();
    for (const numOfDays of [undefined, 1] as const) {
      const again = await collect(numOfDays);
      expect(again).toMatchObject({ calls: [], error: { code: 'quota-spent' } });
      expect(again.error?.message).toContain(
        'another program uses calls of this project too: Clarity refuses further calls; the next try is possible from 2026-11-20 23:00 UTC',
      );
    }
    expect(simulator.requests).toHaveLength(1);
    clock.now = new Date('2026-11-20T23:00:00Z');
    expect(await collect()).toMatchObject({ error: null, quota: { used: 9 } });
  });

  it('with 401 is not repeated with the same token, on no day', async () => {
    const { simulator, clock, collect } = await aCollector();
    const old = { token: 'old.refused.token' };
    expect(await collect(undefined, old)).toMatchObject({
      error: { code: 'token-refused' },
      calls: [{ status: 'refused' }],
    });
    clock.now = new Date('2026-11-21T05:00:00Z');
    for (const numOfDays of [undefined, 1] as const) {
      const again = await collect(numOfDays, old);
      expect(again).toMatchObject({ calls: [], error: { code: 'token-refused' } });
      expect(again.error?.message).not.toContain(old.token);
    }
    expect(simulator.requests).toHaveLength(1);
    expect(await collect()).toMatchObject({ error: null, quota: { used: 9 } });
  });

  it('with 401 does not keep what an earlier run has left from being read', async () => {
    const { db, clock, simulator, collect } = await aDailyCollector();
    await collect();
    clock.now = new Date('2026-11-21T05:00:00Z');
    simulator.fault({ type: 'status', status: 401 });
    await collect();
    const facts = 'SELECT * FROM day_facts ORDER BY breakdown, day, segment_id';
    const before = rows(db, facts);
    db.sql.exec(`${unread} WHERE state = 'answered'`);
    expect(await collect()).toMatchObject({ calls: [], error: { code: 'token-refused' } });
    expect(rows(db, facts)).toEqual(before);
  });
});

describe('two collections of one project', () => {
  it('are one: the second leaves the work to the first', async () => {
    let second: ProjectCollection | null = null;
    const first = await aCollector({
      fetch: async (url, init) => {
        second ??= await first.collect();
        return fetch(url, init);
      },
    });
    expect(await first.collect()).toMatchObject({ warnings: [], error: null, quota: { used: 9 } });
    expect(second).toMatchObject({
      calls: [],
      error: null,
      warnings: [
        'Process 1 on here has been collecting this project since 2026-11-20 05:00 UTC, so this run left it alone.',
      ],
    });
    expect(first.simulator.requests).toHaveLength(9);
    expect(rows(first.db, 'SELECT * FROM project_leases')).toEqual([]);
  });

  it.each([
    { what: 'whose process has died', isAlive: false, minutes: 0, calls: 9 },
    { what: 'that lives', isAlive: true, minutes: 0, calls: 0 },
    { what: 'that stands still', isAlive: true, minutes: 5, calls: 9 },
  ])('give the work of one $what to $calls calls', async ({ isAlive, minutes, calls }) => {
    const { db, clock, simulator, collect } = await aCollector({
      process: { isAlive: () => isAlive },
    });
    const { projectId } = simulator;
    saveProject(db, { id: projectId, name: 'Shop', timeZone: 'UTC' }, clock.now);
    const lease = { holder: 'another', host: 'here', pid: 2, ttlMs: 60_000 };
    acquireLease(db, { projectId, lease, now: clock.now, isAlive: () => true });
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    const collection = await collect();
    expect(collection.calls).toHaveLength(calls);
    expect(collection.warnings).toHaveLength(calls === 0 ? 1 : 0);
  });

  it('ask nothing more with a lease that another has taken over, and keep what they have', async () => {
    const { db, clock, simulator, collect } = await aCollector({
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (simulator.requests.length === 2) takeOver();
        return response;
      },
    });
    const { projectId } = simulator;
    function takeOver(): void {
      clock.now = new Date(clock.now.getTime() + 3_600_000);
      const lease = { holder: 'another', host: 'there', pid: 1, ttlMs: 60_000 };
      acquireLease(db, { projectId, lease, now: clock.now, isAlive: () => true });
    }
    const collection = await collect();
    expect(collection.error).toBeNull();
    expect(collection.warnings.join()).toContain('Another clarity-keep took over');
    expect(asked(collection)).toEqual(['1: ', '1: URL,Device']);
    expect(simulator.requests).toHaveLength(2);
    expect(stored(db, projectId, 'page', '2026-11-19')).not.toEqual({});
    // The lease of the other is not given back by this one.
    expect(rows(db, 'SELECT holder FROM project_leases')).toEqual([{ holder: 'another' }]);
  });
});

function expectNothingStored(db: Database): void {
  expect(rows(db, 'SELECT COUNT(*) AS count FROM day_facts')).toEqual([{ count: 0 }]);
  expect(rows(db, 'SELECT COUNT(*) AS count FROM day_coverage')).toEqual([{ count: 0 }]);
}
