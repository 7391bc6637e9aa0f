import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hasCallBefore, openDatabase, saveProject } from '../../src/index.ts';
import { aReservedCall } from '../support/a-reserved-call.ts';

it('knows whether anything had been asked by an instant', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  onTestFinished(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const now = new Date('2026-11-20T05:15:00.500Z');
  const later = new Date(now.getTime() + 1);
  saveProject(db, { id: 'p', name: 'Shop', timeZone: 'UTC' }, now);
  expect(hasCallBefore(db, later)).toBe(false);
  aReservedCall(db, now);
  expect([hasCallBefore(db, now), hasCallBefore(db, later)]).toEqual([false, true]);
});
