import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/index.ts';
import {
  claimAlert,
  clearAlerts,
  loadUndeliveredAlerts,
  noteAlertNotified,
  openDatabase,
  raiseAlert,
  releaseAlert,
  saveProject,
} from '../../src/index.ts';

let db: Database;
let other: Database;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  other = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  for (const id of ['p', 'q']) saveProject(db, { id, name: 'Shop', timeZone: 'UTC' }, at(0));
  onTestFinished(async () => {
    await db.close();
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** So many seconds after the first alert. */
function at(seconds: number): Date {
  return new Date(Date.parse('2026-11-20T05:00:00Z') + seconds * 1000);
}

const alert = { projectId: 'p', kind: 'token-refused', subject: 'abc' };

function undelivered(projectId = 'p'): string[] {
  return loadUndeliveredAlerts(db, projectId).map(({ kind, subject }) => `${kind} ${subject}`);
}

describe('an alert', () => {
  it('is noted once, with the first time, per project, kind and subject', () => {
    raiseAlert(db, alert, at(0));
    raiseAlert(other, alert, at(60));
    raiseAlert(db, { ...alert, subject: 'def' }, at(30));
    raiseAlert(db, { ...alert, kind: 'token-expiring' }, at(10));
    raiseAlert(db, { ...alert, projectId: 'q' }, at(0));
    expect(loadUndeliveredAlerts(db, 'p')).toEqual([
      { kind: 'token-refused', subject: 'abc', firstAt: at(0) },
      { kind: 'token-expiring', subject: 'abc', firstAt: at(10) },
      { kind: 'token-refused', subject: 'def', firstAt: at(30) },
    ]);
  });

  it('is undelivered until somebody was told, and raising it again changes nothing then', () => {
    raiseAlert(db, alert, at(0));
    noteAlertNotified(db, alert, at(1));
    raiseAlert(db, alert, at(2));
    expect(undelivered()).toEqual([]);
    expect(claimAlert(db, alert, at(2))).toBe(false);
  });
});

describe('a claim', () => {
  beforeEach(() => raiseAlert(db, alert, at(0)));

  it('is given to one of several', () => {
    expect([
      claimAlert(db, alert, at(1)),
      claimAlert(other, alert, at(1)),
      claimAlert(db, alert, at(2)),
    ]).toEqual([true, false, false]);
  });

  it('is not given when the alert was never raised', () => {
    expect(claimAlert(db, { ...alert, subject: 'def' }, at(1))).toBe(false);
  });

  it('can be given back', () => {
    claimAlert(db, alert, at(1));
    releaseAlert(db, alert);
    expect(undelivered()).toEqual(['token-refused abc']);
    expect(claimAlert(other, alert, at(2))).toBe(true);
  });

  it('passes on when whoever has it must have died', () => {
    claimAlert(db, alert, at(0));
    expect(claimAlert(other, alert, at(120))).toBe(false);
    expect(claimAlert(other, alert, at(121))).toBe(true);
  });

  it('of a clock that ran far ahead does not hold', () => {
    claimAlert(db, alert, at(86_400));
    expect(claimAlert(other, alert, at(10))).toBe(true);
  });
});

describe('clearing', () => {
  it('forgets one kind of one project, but not the subjects to keep', () => {
    const kept = { ...alert, subject: 'def' };
    const elsewhere = { ...alert, projectId: 'q' };
    for (const one of [alert, kept, elsewhere, { ...alert, kind: 'day-at-risk' }]) {
      raiseAlert(db, one, at(0));
      noteAlertNotified(db, one, at(0));
    }
    clearAlerts(db, { projectId: 'p', kind: 'token-refused', keep: ['def'] });
    for (const one of [alert, kept, elsewhere]) raiseAlert(db, one, at(60));
    expect([undelivered(), undelivered('q')]).toEqual([['token-refused abc'], []]);
    expect(claimAlert(db, alert, at(60))).toBe(true);
  });

  it('forgets all of a kind when there is nothing to keep', () => {
    raiseAlert(db, alert, at(0));
    clearAlerts(db, { projectId: 'p', kind: 'token-refused', keep: [] });
    expect(undelivered()).toEqual([]);
  });
});
