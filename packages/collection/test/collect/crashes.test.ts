// @module-tag slow
import { defaultUrlRules } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import { reparseProject } from '../../src/index.ts';
import { Killed } from '../support/a-crashing-database.ts';
import { rows } from '../support/a-database.ts';
import type { Life } from '../support/a-life.ts';
import { aLife, factTables } from '../support/a-life.ts';

const minutes = (at: Date, count: number) => new Date(at.getTime() + count * 60_000);

/** A project whose history is known up to two days ago, so that a run has a day to heal. */
async function aLifeWithAGap(): Promise<Life> {
  const life = await aLife({ timeZone: 'Europe/Berlin' });
  await life.run(new Date('2026-11-18T05:00:00Z'));
  return life;
}

const at = new Date('2026-11-20T05:00:00Z');

describe('a run that is killed', () => {
  it('between any two of its writes loses nothing that the next runs cannot bring', async () => {
    let kills = 0;
    for (let isKilled = true; isKilled; kills += isKilled ? 1 : 0) {
      const life = await aLifeWithAGap();
      isKilled = (await life.run(at, kills)) === null;
      const next = await life.run(minutes(at, 1));
      expect(next?.error ?? null).toBeNull();
      life.expectInvariants();
      // What was lost in the middle counts as spent, so the last of it may have to wait for tomorrow.
      await life.run(minutes(at, 24 * 60));
      life.expectInvariants();
      expect(life.unhealed()).toEqual([]);
      expect(rows(life.db, "SELECT id FROM api_calls WHERE state = 'reserved'")).toEqual([]);
      await life.expectReparseChangesNothing();
    }
    // Six calls of three writes each, and the lease.
    expect(kills).toBeGreaterThan(18);
  });

  it('before its answer was read leaves it to the next one, which does not ask again', async () => {
    for (let writes = 0; ; writes += 1) {
      const life = await aLifeWithAGap();
      await life.run(at, writes);
      const unread = rows(
        life.db,
        "SELECT id FROM api_calls WHERE state = 'answered' AND parsed_at IS NULL",
      );
      if (unread.length === 0) continue;
      await life.run(minutes(at, 1));
      expect(rows(life.db, 'SELECT id FROM api_calls WHERE parsed_at IS NULL')).toEqual([]);
      expect(life.simulator.requests).toHaveLength(9 + 6);
      life.expectInvariants();
      return;
    }
  });
});

describe('a run that is killed while it reads an answer', () => {
  it('is told by the next one, which asks before it tries to read it again', async () => {
    const inReading =
      'SELECT id FROM api_calls WHERE parsed_at IS NULL AND reading_attempts = 1 ORDER BY id';
    for (let writes = 0; ; writes += 1) {
      const life = await aLifeWithAGap();
      await life.run(at, writes);
      const [begun] = rows(life.db, inReading);
      if (begun === undefined) continue;
      const asked = life.simulator.requests.length;
      const next = await life.run(minutes(at, 1));
      expect(next?.error ?? null).toBeNull();
      expect(life.simulator.requests.length).toBeGreaterThan(asked);
      expect(rows(life.db, 'SELECT id FROM api_calls WHERE parsed_at IS NULL')).toEqual([]);
      life.expectInvariants();
      return;
    }
  });
});

describe('reparse', () => {
  it('that is killed leaves everything as it was', async () => {
    const life = await aLifeWithAGap();
    await life.run(at);
    const before = factTables(life.db);
    const rules = { ...defaultUrlRules, keepParameters: ['utm_*'] };
    const killed = reparseProject(life.db, {
      projectId: life.simulator.projectId,
      grouping: { timeZone: 'Asia/Kolkata', urlRules: rules },
      now: at,
      onProgress: (done, total) => {
        if (done === total) throw new Killed('Killed before the end.');
      },
    });
    await expect(killed).rejects.toThrow(Killed);
    expect(factTables(life.db)).toEqual(before);
    expect(rows(life.db, 'SELECT time_zone FROM projects')).toEqual([
      { time_zone: 'Europe/Berlin' },
    ]);
  });
});
