import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSignalWeights } from '@clarity-keep/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database, Project } from '../../src/index.ts';
import {
  loadProject,
  newSettings,
  openDatabase,
  saveProject,
  takeOverSettings,
} from '../../src/index.ts';

const shop = { id: 'shop', name: 'Shop', timeZone: 'Europe/Berlin' };
const now = new Date('2026-11-01T08:00:00Z');
const later = new Date('2026-11-02T08:00:00Z');
const heavier = { ...defaultSignalWeights, rageClicks: 5 };

describe('saveProject', () => {
  it('makes a project known, with weights of its own or with the defaults', () => {
    const db = aDatabase();
    saveProject(db, { ...shop, signalWeights: heavier }, now);
    saveProject(db, { ...shop, id: 'blog' }, now);
    expect(loadProject(db, 'shop')).toEqual({ ...shop, signalWeights: heavier, createdAt: now });
    expect(loadProject(db, 'blog')?.signalWeights).toEqual(defaultSignalWeights);
  });

  it('takes over what is new, and leaves the weights when it is told none', () => {
    const db = aDatabase();
    saveProject(db, { ...shop, signalWeights: heavier }, now);
    saveProject(db, { ...shop, name: 'Store', timeZone: 'UTC' }, later);
    expect(loadProject(db, 'shop')).toEqual({
      id: 'shop',
      name: 'Store',
      timeZone: 'UTC',
      signalWeights: heavier,
      createdAt: now,
    });
    saveProject(db, { ...shop, signalWeights: { ...heavier, deadClicks: 0 } }, later);
    expect(loadProject(db, 'shop')?.signalWeights).toEqual({ ...heavier, deadClicks: 0 });
  });

  it('keeps no copy of the defaults', () => {
    const db = aDatabase();
    saveProject(db, { ...shop, signalWeights: heavier }, now);
    expect(JSON.parse(String(column(db)))).toEqual(heavier);
    saveProject(db, { ...shop, signalWeights: { ...defaultSignalWeights } }, later);
    expect(column(db)).toBeNull();
  });
});

describe('takeOverSettings', () => {
  it('takes over names and weights of known projects, and nothing else', () => {
    const db = aDatabase();
    saveProject(db, shop, now);
    saveProject(db, { ...shop, id: 'blog', signalWeights: heavier }, now);
    const described = [
      { id: 'shop', name: 'Store', signalWeights: heavier },
      { id: 'blog', name: undefined, signalWeights: defaultSignalWeights },
      { id: 'unknown', name: 'Nobody', signalWeights: heavier },
    ];
    expect(newSettings(db, described)).toEqual(['shop', 'blog']);
    takeOverSettings(db, described);
    expect(newSettings(db, described)).toEqual([]);
    expect(loadProject(db, 'shop')).toEqual({
      ...shop,
      name: 'Store',
      signalWeights: heavier,
      createdAt: now,
    });
    expect(loadProject(db, 'blog')).toMatchObject({
      name: 'Shop',
      signalWeights: defaultSignalWeights,
    });
    expect(loadProject(db, 'unknown')).toBeNull();
  });

  it('leaves what it is not told', () => {
    const db = aDatabase();
    saveProject(db, { ...shop, signalWeights: heavier }, now);
    takeOverSettings(db, [{ id: 'shop', name: undefined, signalWeights: undefined }]);
    expect(loadProject(db, 'shop')).toMatchObject({ name: 'Shop', signalWeights: heavier });
  });

  it('writes nothing when nothing differs', () => {
    const db = aDatabase();
    saveProject(db, { ...shop, signalWeights: heavier }, now);
    db.sql.pragma('query_only = ON');
    takeOverSettings(db, [
      { id: 'shop', name: 'Shop', signalWeights: { ...heavier } },
      { id: 'shop', name: undefined, signalWeights: undefined },
      { id: 'unknown', name: 'Nobody', signalWeights: heavier },
    ]);
    expect(() =>
      takeOverSettings(db, [{ id: 'shop', name: 'Store', signalWeights: heavier }]),
    ).toThrow(
      expect.objectContaining({
        name: 'DatabaseError',
        message: expect.stringContaining('new name or new weights for project shop') as unknown,
      }),
    );
    expect(loadProject(db, 'shop')?.name).toBe('Shop');
  });
});

describe('loadProject', () => {
  it('fills the weights that somebody wrote by hand', () => {
    expect(withColumn('{"rageClicks":7}')()?.signalWeights).toEqual({
      ...defaultSignalWeights,
      rageClicks: 7,
    });
  });

  it.each(['heavy', '[]', '{"rageClicks":"7"}', '{"rage":7}'])('refuses %j for weights', (text) => {
    expect(withColumn(text)).toThrow(
      expect.objectContaining({
        name: 'DatabaseError',
        message: expect.stringMatching(/signal_weights of project shop .*NULL/) as unknown,
      }),
    );
  });
});

function withColumn(text: string): () => Project | null {
  const db = aDatabase();
  saveProject(db, shop, now);
  db.sql.prepare('UPDATE projects SET signal_weights = ?').run(text);
  return () => loadProject(db, 'shop');
}

function column(db: Database): unknown {
  return db.sql.prepare(`SELECT signal_weights FROM projects WHERE id = 'shop'`).pluck().get();
}

function aDatabase(): Database {
  const cwd = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  const db = openDatabase({ url: 'file:./clarity.db', cwd });
  onTestFinished(async () => {
    await db.close();
    rmSync(cwd, { recursive: true });
  });
  return db;
}
