import { defaultUrlRules, urlRulesSchema, URL_RULES_VERSION } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { describe, expect, it } from 'vitest';
import { reparseProject } from '../../src/index.ts';
import type { CollectorFixture } from '../support/a-collector.ts';
import { aCollector } from '../support/a-collector.ts';
import { rows } from '../support/a-database.ts';
import { factTables } from '../support/a-life.ts';
import { expectTruth } from '../support/the-truth.ts';

const everything = { from: '0000-01-01', to: '9999-12-31' };

function reparse(
  { db, simulator, clock }: CollectorFixture,
  { timeZone = 'UTC', rules = {} }: { timeZone?: string; rules?: object } = {},
) {
  return reparseProject(db, {
    projectId: simulator.projectId,
    grouping: { timeZone, urlRules: urlRulesSchema.parse(rules) },
    now: clock.now,
    onProgress: () => undefined,
  });
}

function pages(db: Database): unknown[] {
  return rows(db, 'SELECT DISTINCT page FROM page_days ORDER BY page').map(({ page }) => page);
}

/** Four days, of which the first two came from the windows of the first. */
async function collected(
  options: Parameters<typeof aCollector>[0] = {},
): Promise<CollectorFixture> {
  const collector = await aCollector({ at: '2026-11-19T05:00:00Z', ...options });
  await collector.collect();
  collector.clock.now = new Date('2026-11-20T05:00:00Z');
  await collector.collect();
  return collector;
}

describe('reparse', () => {
  it('changes nothing when nothing has changed', async () => {
    const collector = await collected();
    const before = factTables(collector.db);
    const result = await reparse(collector);
    expect(result).toMatchObject({
      answers: 12,
      notUnderstood: 0,
      facts: { inserted: 0, replaced: 0 },
    });
    expect(result.facts.unchanged).toBe(before['facts']?.length);
    expect(factTables(collector.db)).toEqual(before);
    expect(collector.simulator.requests).toHaveLength(12);
  });

  it('groups all history by other rules, and back again', async () => {
    const collector = await collected();
    const { db } = collector;
    const merged = pages(db);
    const sums = 'SELECT SUM(dead_click_events) AS dead, SUM(sessions) AS sessions FROM page_days';
    const before = rows(db, sums);
    await reparse(collector, { rules: { keepParameters: ['utm_*', 'gclid'] } });
    const apart = pages(db);
    expect(apart.length).toBeGreaterThan(merged.length);
    expect(apart.filter((page) => String(page).includes('utm_')).length).toBeGreaterThan(0);
    expect(rows(db, sums)).toEqual(before);
    await reparse(collector);
    expect(pages(db)).toEqual(merged);
    expect(rows(db, sums)).toEqual(before);
    // What no page is called any longer is forgotten.
    expect(rows(db, "SELECT page FROM segments WHERE page LIKE '%utm_%'")).toEqual([]);
  });

  it('puts all history on the days of another time zone', async () => {
    const collector = await collected();
    const { db, simulator } = collector;
    await reparse(collector, { timeZone: 'Pacific/Auckland' });
    const { projectId, site } = simulator;
    expect(expectTruth(db, { projectId, site, ...everything })).toBeGreaterThan(10);
    expect(rows(db, 'SELECT time_zone FROM projects')).toEqual([{ time_zone: 'Pacific/Auckland' }]);
    expect(
      rows(
        db,
        "SELECT day, state, overlap_seconds / 3600 AS hours FROM day_coverage WHERE breakdown = 'total' ORDER BY day",
      ),
    ).toEqual([
      { day: '2026-11-17', state: 'estimated', hours: 18 },
      { day: '2026-11-18', state: 'estimated', hours: 18 },
      { day: '2026-11-19', state: 'complete', hours: 18 },
      { day: '2026-11-20', state: 'complete', hours: 18 },
    ]);
  });

  it('waits with other rules until it is asked, and says so', async () => {
    const collector = await collected();
    const { db } = collector;
    const apart = pages(db);
    const { prepareProject, regroupingWarning } = await import('../../src/index.ts');
    const wanted = {
      id: collector.simulator.projectId,
      name: 'Shop',
      timeZone: 'Europe/Berlin',
      urlRules: { ...defaultUrlRules, dropAllParameters: true },
    };
    const prepared = prepareProject(db, wanted, collector.clock.now);
    expect(prepared.grouping).toEqual({
      timeZone: 'UTC',
      urlRules: defaultUrlRules,
      urlRulesVersion: URL_RULES_VERSION,
    });
    expect(regroupingWarning(prepared)).toContain(
      'the time zone (now UTC, wanted Europe/Berlin) and the URL rules',
    );
    expect(pages(db)).toEqual(apart);
  });

  it('says so when a newer version makes other pages by the same rules, until it is asked', async () => {
    const collector = await collected();
    const { db, clock, simulator } = collector;
    const { prepareProject, regroupingWarning } = await import('../../src/index.ts');
    const project = {
      id: simulator.projectId,
      name: 'Shop',
      timeZone: 'UTC',
      urlRules: defaultUrlRules,
    };
    const warning = () => regroupingWarning(prepareProject(db, project, clock.now));
    expect(warning()).toBeNull();
    // Files of earlier versions name no version.
    db.sql.exec(
      "UPDATE projects SET facts_grouped_by = json_remove(facts_grouped_by, '$.urlRulesVersion')",
    );
    expect(warning()).toContain('groups some URLs of');
    // Not only the first time.
    expect(warning()).toContain('clarity-keep reparse');
    await reparse(collector, {});
    expect(warning()).toBeNull();
  });

  it('keeps the days whose raw answers were given up', async () => {
    const collector = await collected();
    const { db } = collector;
    db.sql.exec("UPDATE api_calls SET body = NULL, pruned_at = '2027-01-01T00:00:00.000Z'");
    const before = factTables(db);
    expect(await reparse(collector, { rules: { dropAllParameters: true } })).toMatchObject({
      answers: 0,
    });
    expect(factTables(db)).toEqual(before);
  });

  it('reads what an earlier version did not understand', async () => {
    const collector = await collected();
    const { db } = collector;
    const before = factTables(db)['facts'];
    db.sql
      .exec(`UPDATE api_calls SET parsed_at = NULL, format = NULL, breakdown = NULL, error = 'Not understood.';
      DELETE FROM answered_breakdowns; DELETE FROM day_facts; DELETE FROM day_coverage`);
    await reparse(collector);
    expect(factTables(db)['facts']).toEqual(before);
    expect(rows(db, 'SELECT DISTINCT error FROM api_calls')).toEqual([{ error: null }]);
  });

  it('says how many answers it does not understand either, and goes on', async () => {
    const collector = await collected();
    collector.db.sql.exec("UPDATE api_calls SET body = x'00' WHERE id = 3");
    expect(await reparse(collector)).toMatchObject({ answers: 11, notUnderstood: 1 });
  });

  describe('of session records', () => {
    it('changes nothing when nothing has changed', async () => {
      const collector = await collected({ format: 'sessions' });
      const before = factTables(collector.db);
      expect(before['sessions']?.length).toBeGreaterThan(100);
      await reparse(collector);
      expect(factTables(collector.db)).toEqual(before);
    });

    it('puts their pages under other rules', async () => {
      const collector = await collected({ format: 'sessions' });
      const { db } = collector;
      const count = rows(db, 'SELECT COUNT(*) AS sessions FROM sessions');
      const merged = pages(db);
      await reparse(collector, { rules: { keepParameters: ['utm_*', 'gclid'] } });
      expect(pages(db).length).toBeGreaterThan(merged.length);
      expect(rows(db, 'SELECT COUNT(*) AS sessions FROM sessions')).toEqual(count);
      expect(rows(db, 'SELECT SUM(sessions) AS sessions FROM page_days')).toEqual(count);
    });
  });
});
