import { openDatabase, saveProject } from '../../src/index.ts';
import {
  annotatePage,
  listAnnotations,
  listMutes,
  mutePage,
  removeAnnotation,
  unmutePage,
} from '../../src/index.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/index.ts';
import { aDatabase } from '../support/a-database.ts';

const now = new Date('2026-11-23T06:00:00Z');
const later = new Date('2026-11-24T06:00:00Z');
const cart = 'https://shop.example/cart';
const home = 'https://shop.example';

describe('mutePage', () => {
  it('keeps the reason and the last day, or that there is none', () => {
    const db = twoProjects();
    mute(db, { page: home, untilDay: null });
    mute(db, { page: cart });
    expect(listMutes(db, 'p')).toEqual([
      { page: home, reason: 'known', untilDay: null },
      { page: cart, reason: 'known', untilDay: '2026-12-21' },
    ]);
  });

  it('gives a page that is muted already the new reason and end', () => {
    const db = twoProjects();
    mute(db, {});
    mutePage(db, {
      projectId: 'p',
      mute: { page: cart, reason: 'a new design', untilDay: null },
      now: later,
    });
    expect(listMutes(db, 'p')).toEqual([{ page: cart, reason: 'a new design', untilDay: null }]);
    expect(db.sql.prepare('SELECT created_at FROM mutes').pluck().all()).toEqual([
      '2026-11-23T06:00:00.000Z',
    ]);
  });

  it('leaves the same page of another project alone', () => {
    const db = twoProjects();
    mute(db, {});
    mute(db, { projectId: 'q', reason: 'of q' });
    expect(listMutes(db, 'p').map(({ reason }) => reason)).toEqual(['known']);
    expect(unmutePage(db, { projectId: 'p', page: cart })).toBe(true);
    expect(listMutes(db, 'p')).toEqual([]);
    expect(listMutes(db, 'q').map(({ reason }) => reason)).toEqual(['of q']);
  });
});

describe('unmutePage', () => {
  it('tells that a page was not muted', () => {
    const db = twoProjects();
    mute(db, {});
    expect(unmutePage(db, { projectId: 'p', page: home })).toBe(false);
    expect(unmutePage(db, { projectId: 'p', page: cart })).toBe(true);
    expect(unmutePage(db, { projectId: 'p', page: cart })).toBe(false);
  });
});

describe('annotatePage', () => {
  const note = { page: cart, day: '2026-11-20', text: 'moved the button' };

  it('notes what was done, the latest day first', () => {
    const db = twoProjects();
    annotatePage(db, { projectId: 'p', note, now });
    annotatePage(db, { projectId: 'p', note: { ...note, day: '2026-11-22' }, now });
    annotatePage(db, { projectId: 'q', note, now });
    expect(listAnnotations(db, 'p')).toEqual([
      { id: 2, ...note, day: '2026-11-22' },
      { id: 1, ...note },
    ]);
  });

  it('notes once what is said twice of a page and day, also over two connections', () => {
    const db = twoProjects();
    const other = openDatabase({ url: `file:${db.path}`, cwd: '/' });
    onTestFinished(() => other.close());
    const first = annotatePage(db, { projectId: 'p', note, now });
    expect(annotatePage(other, { projectId: 'p', note, now: later })).toEqual(first);
    expect(listAnnotations(db, 'p')).toEqual([first]);
  });

  it.each([{ page: home }, { day: '2026-11-21' }, { text: 'made it red' }])(
    'notes another one with %j',
    (change) => {
      const db = twoProjects();
      const first = annotatePage(db, { projectId: 'p', note, now });
      const second = annotatePage(db, { projectId: 'p', note: { ...note, ...change }, now });
      expect(second).toEqual({ ...first, ...change, id: 2 });
      expect(listAnnotations(db, 'p')).toHaveLength(2);
    },
  );
});

describe('removeAnnotation', () => {
  it('forgets one, and tells what it was', () => {
    const db = twoProjects();
    const note = { page: cart, day: '2026-11-20', text: 'moved the button' };
    const { id } = annotatePage(db, { projectId: 'p', note, now });
    expect(removeAnnotation(db, { projectId: 'p', id })).toEqual({ id, ...note });
    expect(removeAnnotation(db, { projectId: 'p', id })).toBeNull();
    expect(listAnnotations(db, 'p')).toEqual([]);
  });

  it('finds none of another project', () => {
    const db = twoProjects();
    const note = { page: cart, day: '2026-11-20', text: 'moved the button' };
    const { id } = annotatePage(db, { projectId: 'q', note, now });
    expect(removeAnnotation(db, { projectId: 'p', id })).toBeNull();
    expect(listAnnotations(db, 'q')).toHaveLength(1);
  });
});

function twoProjects(): Database {
  const db = aDatabase();
  saveProject(db, { id: 'q', name: 'Blog', timeZone: 'UTC' }, now);
  return db;
}

function mute(
  db: Database,
  {
    projectId = 'p',
    ...overrides
  }: { projectId?: string; page?: string; reason?: string; untilDay?: string | null },
): void {
  const given = { page: cart, reason: 'known', untilDay: '2026-12-21', ...overrides };
  mutePage(db, { projectId, mute: given, now });
}
