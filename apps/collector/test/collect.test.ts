import { defaultUrlRules, normaliseUrl } from '@clarity-keep/core';
import type { Breakdown } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { loadWindowSums } from '@clarity-keep/db';
import type { TruthDimension } from '@clarity-keep/simulator';
import { truth } from '@clarity-keep/simulator';
import { describe, expect, it } from 'vitest';
import type { CollectorFixture } from './support/a-collector.ts';
import { aCollector } from './support/a-collector.ts';
import { rows } from './support/a-database.ts';

const signals = {
  rageClicks: 'rageClicks',
  deadClicks: 'deadClicks',
  errorClicks: 'errorClicks',
  scriptErrors: 'scriptErrors',
} as const;

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

/** The same of what the simulated visitors really did in the window. */
function expected({ simulator, clock }: CollectorFixture, by: TruthDimension[]) {
  const found = truth({
    site: simulator.site,
    from: clock.now.getTime() - 86_400_000,
    to: clock.now.getTime(),
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
        quota: { used: 3, limit: 10 },
        warnings: [],
        error: null,
      });
      expect(
        collection.calls.map((call) => [call.dimensions.join(' x '), call.status, call.httpStatus]),
      ).toEqual([
        ['', 'answered', 200],
        ['URL x Device', 'answered', 200],
        ['Device x Source x Medium', 'answered', 200],
      ]);
      const of = (breakdown: Breakdown) => stored(db, simulator.projectId, breakdown, '2026-11-19');
      expect(of('total')).toEqual(expected(collector, []));
      expect(of('page')).toEqual(expected(collector, ['page']));
      expect(of('device')).toEqual(expected(collector, ['device']));
      expect(of('page_device')).toEqual(expected(collector, ['page', 'device']));
      expect(of('source_medium')).toEqual(expected(collector, ['source', 'medium']));
    },
  );

  it('says of the day what it knows', async () => {
    const { db, collect } = await aCollector();
    await collect();
    expect(
      rows(
        db,
        'SELECT breakdown, day, state, overlap_seconds FROM day_coverage ORDER BY breakdown',
      ).filter(({ breakdown }) => breakdown !== 'referrer'),
    ).toEqual(
      ['device', 'device_source_medium', 'page', 'page_device', 'source_medium', 'total'].map(
        (breakdown) => ({
          breakdown,
          day: '2026-11-19',
          state: 'complete',
          overlap_seconds: 19 * 3600,
        }),
      ),
    );
  });

  it('counts on the day of the project’s own zone', async () => {
    const { db, collect } = await aCollector({
      at: '2026-11-20T11:30:00Z',
      timeZone: 'Europe/Berlin',
    });
    await collect();
    expect(rows(db, 'SELECT DISTINCT day FROM day_facts')).toEqual([{ day: '2026-11-20' }]);
  });

  it('asks nothing a second time, and changes nothing', async () => {
    const { db, clock, collect } = await aCollector();
    await collect();
    const before = rows(db, 'SELECT * FROM day_facts');
    clock.now = new Date('2026-11-20T08:00:00Z');
    const again = await collect();
    expect(again.calls).toEqual([]);
    expect(again.quota.used).toBe(3);
    expect(rows(db, 'SELECT * FROM day_facts')).toEqual(before);
  });

  it('asks the rest when an earlier run was cut short', async () => {
    const { simulator, collect } = await aCollector();
    simulator.fault({ type: 'status', status: 500 }, 2);
    expect(await collect()).toMatchObject({ error: { code: 'unavailable' } });
    const again = await collect();
    expect(again.calls.map(({ dimensions }) => dimensions.join())).toEqual([
      'URL,Device',
      'Device,Source,Medium',
    ]);
    expect(again.error).toBeNull();
  });

  it('lets the window that covers more of a day have it', async () => {
    const { db, clock, simulator, collect } = await aCollector({ at: '2026-11-20T09:00:00Z' });
    await collect();
    const early = stored(db, simulator.projectId, 'total', '2026-11-19');
    clock.now = new Date('2026-11-20T11:00:00Z');
    const worse = await collect(1);
    expect(worse.facts).toMatchObject({ inserted: 0, replaced: 0 });
    expect(stored(db, simulator.projectId, 'total', '2026-11-19')).toEqual(early);
  });

  it('covers every hour once, whatever the hour of the first run and of those by hand', async () => {
    const { db, clock, simulator, collect } = await aCollector({
      at: '2026-11-16T14:00:00Z',
      quota: 99,
    });
    await collect();
    for (let day = 17; day <= 20; day += 1) {
      for (const hour of ['05', '09', '13', '22']) {
        clock.now = new Date(`2026-11-${day}T${hour}:00:00Z`);
        expect((await collect()).error).toBeNull();
      }
    }
    expect(
      rows(
        db,
        "SELECT day, state, overlap_seconds / 3600 AS hours FROM day_coverage WHERE breakdown = 'total'",
      ),
    ).toEqual(
      ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'].map((day) => ({
        day,
        state: 'complete',
        hours: 19,
      })),
    );
    const [sum] = rows(db, 'SELECT SUM(sessions) AS sessions FROM site_days');
    const [seen] = truth({
      site: simulator.site,
      from: Date.parse('2026-11-16T05:00:00Z'),
      to: Date.parse('2026-11-20T05:00:00Z'),
    });
    expect(sum?.['sessions']).toBe(seen?.sessions);
  });

  it('says of a window by hand that shares hours with the day before that it is an estimate', async () => {
    const { db, clock, collect } = await aCollector();
    await collect();
    clock.now = new Date('2026-11-20T13:00:00Z');
    await collect(1);
    const states = "SELECT day, state FROM day_coverage WHERE breakdown = 'total' ORDER BY day";
    expect(rows(db, states)).toEqual([
      { day: '2026-11-19', state: 'complete' },
      { day: '2026-11-20', state: 'estimated' },
    ]);
    clock.now = new Date('2026-11-21T05:00:00Z');
    await collect();
    expect(rows(db, states)).toEqual([
      { day: '2026-11-19', state: 'complete' },
      { day: '2026-11-20', state: 'complete' },
    ]);
  });

  it('goes on when a body that an earlier run has kept cannot be read', async () => {
    const { db, simulator, collect } = await aCollector();
    await collect();
    db.sql.exec(
      `DELETE FROM day_facts; DELETE FROM day_coverage;
       UPDATE api_calls SET parsed_at = NULL, format = NULL;
       UPDATE api_calls SET body = x'00' WHERE id = 2`,
    );
    const collection = await collect();
    expect(collection.warnings.join()).toContain('that an earlier run has kept cannot be read');
    expect(collection.calls.map(({ dimensions }) => dimensions.join())).toEqual(['URL,Device']);
    expect(simulator.requests).toHaveLength(4);
    expect((await collect()).calls).toEqual([]);
  });

  it('never makes more than ten calls a day', async () => {
    const { simulator, clock, collect } = await aCollector({ quota: 100 });
    for (let run = 0; run < 3; run += 1) await collect(1);
    const last = await collect(1);
    expect(last.calls).toHaveLength(1);
    expect(last.error?.code).toBe('quota-spent');
    expect(last.error?.message).toContain('All 10 calls of 2026-11-20 (UTC) are spent');
    expect(simulator.requests).toHaveLength(10);
    clock.now = new Date('2026-11-21T00:01:00Z');
    expect((await collect(1)).error).toBeNull();
  });

  it('keeps wide windows raw', async () => {
    const { db, collect } = await aCollector();
    const collection = await collect(3);
    expect(collection.warnings.join()).toContain('kept raw until it can be differenced');
    expect(rows(db, 'SELECT COUNT(*) AS facts FROM day_facts')).toEqual([{ facts: 0 }]);
    expect(rows(db, 'SELECT num_of_days, length(body) > 0 AS kept FROM api_calls')).toEqual(
      Array.from({ length: 3 }, () => ({ num_of_days: 3, kept: 1 })),
    );
  });

  it('makes facts of a body that a process left behind unread', async () => {
    const { db, simulator, collect } = await aCollector();
    await collect();
    const facts = rows(db, 'SELECT * FROM day_facts');
    // As a kill between the two transactions leaves it.
    db.sql.exec(
      `DELETE FROM day_facts; DELETE FROM day_coverage;
       UPDATE api_calls SET format = NULL, breakdown = NULL, parsed_at = NULL`,
    );
    const collection = await collect();
    expect(collection.calls).toEqual([]);
    expect(rows(db, 'SELECT * FROM day_facts')).toEqual(facts);
    expect(simulator.requests).toHaveLength(3);
  });
});

describe('a strange answer', () => {
  it('is refused as a breakdown when Clarity ignored the dimensions', async () => {
    const { db, simulator, collect } = await aCollector();
    for (const dimension of ['URL', 'Device', 'Source', 'Medium'] as const) {
      simulator.fault({ type: 'ignore-dimension', dimension }, 'always');
    }
    const collection = await collect();
    expect(collection.warnings.join()).toContain('Clarity ignored the dimensions page, device');
    expect(
      rows(db, "SELECT DISTINCT breakdown FROM day_facts WHERE breakdown <> 'referrer'"),
    ).toEqual([{ breakdown: 'total' }]);
    expect((await collect()).calls).toEqual([]);
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

  it('is marked when it was cut at a thousand rows', async () => {
    const { db, simulator, collect } = await aCollector();
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
    expect(collection.calls.map(({ truncated }) => truncated)).toEqual([false, true, false]);
    expect(collection.warnings.join()).toContain(
      'cut the answer by page_device at 1000 rows (Traffic)',
    );
    expect(
      rows(db, "SELECT state FROM day_coverage WHERE breakdown IN ('page', 'page_device')"),
    ).toEqual([{ state: 'truncated' }, { state: 'truncated' }]);
    expect(
      rows(db, "SELECT DISTINCT rage_click_events FROM day_facts WHERE breakdown = 'page'"),
    ).toEqual([{ rage_click_events: null }]);
  });

  it('is read although it has metrics and fields that nobody knows', async () => {
    const collector = await aCollector();
    collector.simulator.fault({ type: 'unknown-metrics' }, 'always');
    const collection = await collector.collect();
    expect(collection.error).toBeNull();
    expect(collection.warnings.join()).toContain('what this version does not know');
    expect(rows(collector.db, 'SELECT unrecognised IS NOT NULL AS noted FROM api_calls')).toEqual(
      Array.from({ length: 3 }, () => ({ noted: 1 })),
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
    [{ type: 'status', status: 401 }, 'token-refused', 'refused'],
    [{ type: 'status', status: 403 }, 'token-refused', 'refused'],
    [{ type: 'status', status: 429 }, 'quota-spent', 'limited'],
    [{ type: 'status', status: 500 }, 'unavailable', 'failed'],
    [{ type: 'stall' }, 'timeout', 'failed'],
    [{ type: 'break-off' }, 'unreachable', 'failed'],
  ] as const)('%j stores nothing as zero, and counts as spent', async (fault, code, status) => {
    const { db, simulator, collect } = await aCollector();
    simulator.fault(fault, 'always');
    const collection = await collect();
    expect(collection).toMatchObject({ error: { code }, calls: [{ status }], quota: { used: 1 } });
    expect(rows(db, 'SELECT state, body FROM api_calls')).toEqual([{ state: status, body: null }]);
    expect(rows(db, 'SELECT COUNT(*) AS count FROM day_facts')).toEqual([{ count: 0 }]);
    expect(rows(db, 'SELECT COUNT(*) AS count FROM day_coverage')).toEqual([{ count: 0 }]);
  });

  it.each([
    { type: 'html' },
    { type: 'empty-body' },
    { type: 'empty-array' },
    { type: 'unknown-object' },
  ] as const)('%j keeps the raw body and is asked again', async (fault) => {
    const { db, simulator, collect } = await aCollector();
    const undo = simulator.fault(fault, 'always');
    expect(await collect()).toMatchObject({
      error: { code: 'not-understood' },
      quota: { used: 1 },
    });
    expect(
      rows(
        db,
        'SELECT state, body IS NOT NULL AS kept, parsed_at, error IS NOT NULL AS noted FROM api_calls',
      ),
    ).toEqual([{ state: 'answered', kept: 1, parsed_at: null, noted: 1 }]);
    expect(rows(db, 'SELECT COUNT(*) AS count FROM day_facts')).toEqual([{ count: 0 }]);
    undo();
    expect(await collect()).toMatchObject({ error: null, quota: { used: 4 } });
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
});
