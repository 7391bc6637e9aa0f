import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultUrlRules, segmentOf } from '@clarity-keep/core';
import type { Database } from '../../src/index.ts';
import {
  annotatePage,
  beginSessionBatch,
  claimAlert,
  clearAlerts,
  dropUnusedSegments,
  factRows,
  isKnownPage,
  listAnnotations,
  listMutes,
  listProjects,
  listRecentPages,
  loadDeviceSignals,
  loadPageSignals,
  loadSessionUrls,
  loadUndeliveredAlerts,
  loadWindowSums,
  mutePage,
  raiseAlert,
  rebuildSessionDays,
  removeAnnotation,
  saveProject,
  sessionRows,
  settleDays,
  storeInsights,
  unmutePage,
  writeInBulk,
} from '../../src/index.ts';
import { aDatabase, anAnswer } from '../support/a-database.ts';
import { someMeasures } from '../support/some-measures.ts';

const DAY = '2026-11-19';
const now = new Date('2026-11-20T05:00:00Z');

/** What visitors have put into URLs and referrers, or might. */
const knownTroubles = [
  "'; DROP TABLE day_facts; --",
  '" OR 1=1 --',
  '$1 ? @page :page ?1',
  '%_%',
  '__proto__',
  'constructor',
  'null',
  '\u202Egpj.exe',
  '\u001b[31m',
  '<script>alert(1)</script>',
  '=cmd|/c calc',
  'Ä',
  'A\u0308',
  'ß',
  '\u{1F469}\u200D\u{1F680}',
  ' ',
  ' a',
  'a ',
  '\t\n',
  '\uFEFF',
  '\uFFFD',
  '0',
  '00',
  '1e3',
  '{"a":1}',
  '[]',
  'x'.repeat(8_300),
];

/** Texts as the parser lets them through: well-formed, and without NUL. */
const text = fc.oneof(
  fc.constantFrom(...knownTroubles),
  fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', '')),
  fc.string({ unit: 'grapheme' }),
);

const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 8 });

const runs = { numRuns: 20 };

/** Stores a day with as many sessions for each text as its place in the list, as a page of a device. */
function storePages(db: Database, pages: readonly string[]): void {
  const callId = anAnswer(db, { at: now.toISOString() });
  const measures = (index: number) => someMeasures(index + 1);
  storeInsights(db, {
    projectId: 'p',
    timeZone: 'UTC',
    windowEnd: now,
    reading: {
      callId,
      format: 'insights',
      breakdown: 'page_device',
      rows: pages.length,
      truncated: false,
      unrecognised: [],
      missingMetrics: [],
      parserVersion: 1,
      parsedAt: now,
    },
    facts: {
      listedSessions: null,
      breakdowns: [
        {
          breakdown: 'page',
          truncated: false,
          facts: pages.map((page, index) => ({
            segment: segmentOf('page', { page }),
            measures: measures(index),
          })),
        },
        {
          breakdown: 'page_device',
          truncated: false,
          facts: pages.map((page, index) => ({
            segment: segmentOf('page_device', { page, device: page }),
            measures: measures(index),
          })),
        },
      ],
    },
    factsOf: () => null,
  });
}

const range = { projectId: 'p', from: DAY, to: DAY };

/** Rows in one order, so that two lists can be compared. */
const sorted = (rows: readonly unknown[]): string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted();

describe('pages of any text', () => {
  it('stay apart, and are read as they were stored', () => {
    fc.assert(
      fc.property(texts, (pages) => {
        const db = aDatabase();
        storePages(db, pages);
        const expected = sorted(pages.map((page, index) => [page, index + 1]));
        const found = loadWindowSums(db, { ...range, breakdown: 'page' });
        expect(sorted(found.map(({ values, sums }) => [values.page, sums.sessions]))).toEqual(
          expected,
        );
        const signals = loadPageSignals(db, { projectId: 'p', days: [DAY] });
        expect(sorted(signals.map(({ page, sums }) => [page, sums.sessions]))).toEqual(expected);
        const rows = [...factRows(db, { ...range, breakdowns: ['page_device'] }).rows()];
        expect(sorted(rows.map(({ page, sessions }) => [page, sessions]))).toEqual(expected);
        expect(rows.every(({ page, device }) => page === device)).toBe(true);
        expect(listRecentPages(db, 'p').toSorted()).toEqual(pages.toSorted());
      }),
      runs,
    );
  });

  it('are found by exactly their text, and by no other', () => {
    fc.assert(
      fc.property(texts, text, (pages, other) => {
        const db = aDatabase();
        storePages(db, pages);
        for (const [index, page] of pages.entries()) {
          expect(isKnownPage(db, { projectId: 'p', page })).toBe(true);
          const one = loadWindowSums(db, { ...range, breakdown: 'page', page });
          expect(one.map(({ sums }) => sums.sessions)).toEqual([index + 1]);
          expect([...loadDeviceSignals(db, { ...range, page }).keys()]).toEqual([page]);
        }
        expect(isKnownPage(db, { projectId: 'p', page: other })).toBe(pages.includes(other));
        expect(isKnownPage(db, { projectId: other, page: pages[0] ?? '' })).toBe(other === 'p');
      }),
      runs,
    );
  });

  it('are given back when nothing uses them any more', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (pages) => {
        const db = aDatabase();
        storePages(db, pages);
        db.sql.exec("DELETE FROM answered_breakdowns WHERE breakdown = 'page'");
        await writeInBulk(db, async () => {
          settleDays(db, { ...range, timeZone: 'UTC', factsOf: () => null });
          dropUnusedSegments(db);
        });
        const left = db.sql.prepare('SELECT DISTINCT breakdown FROM segments').pluck().all();
        expect(left).toEqual(['page_device']);
        expect(db.sql.pragma('foreign_key_check')).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('session records of any text', () => {
  it('are stored once by their id, and read as recorded', () => {
    fc.assert(
      fc.property(texts, (ids) => {
        const db = aDatabase();
        db.sql
          .transaction(() => {
            const batch = beginSessionBatch(db, {
              projectId: 'p',
              rules: defaultUrlRules,
              callId: null,
            });
            for (const turn of [1, 2]) {
              for (const id of ids) {
                const isNew = batch.add(
                  {
                    sessionId: id,
                    pageUrl: id,
                    durationSeconds: 1,
                    pageViews: 1,
                    rageClicks: 0,
                    deadClicks: 0,
                    scrollDepth: 0,
                    referrer: id,
                    device: id,
                    browser: id,
                    country: id,
                  },
                  DAY,
                );
                expect(isNew).toBe(turn === 1);
              }
            }
            const claim = { state: 'complete' as const, overlapSeconds: 86_400, windowEnd: now };
            rebuildSessionDays(db, {
              projectId: 'p',
              callId: null,
              claims: new Map([[DAY, claim]]),
            });
          })
          .immediate();
        const rows = [...sessionRows(db, range).rows()];
        for (const column of [
          'session_id',
          'page_url',
          'device',
          'referrer',
          'browser',
          'country',
        ] as const) {
          expect(rows.map((row) => row[column]).toSorted()).toEqual(ids.toSorted());
        }
        const urls = loadSessionUrls(db, { projectId: 'p', day: DAY });
        expect(urls.map(([url]) => url).toSorted()).toEqual(
          ids.filter((id) => id !== '').toSorted(),
        );
        expect(loadWindowSums(db, { ...range, breakdown: 'total' })[0]?.sums.sessions).toBe(
          ids.length,
        );
        const devices = loadWindowSums(db, { ...range, breakdown: 'device' });
        expect(sorted(devices.map(({ values }) => values.device))).toEqual(sorted(ids));
      }),
      runs,
    );
  });
});

describe('notes, projects and alerts of any text', () => {
  it('are read as they were written, and gone when they are taken back', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const db = aDatabase();
        for (const page of some) {
          mutePage(db, { projectId: 'p', mute: { page, reason: page, untilDay: null }, now });
          annotatePage(db, { projectId: 'p', note: { page, day: DAY, text: page }, now });
          raiseAlert(db, { projectId: 'p', kind: page, subject: page }, now);
          saveProject(db, { id: `id ${page}`, name: page, timeZone: 'UTC' }, now);
        }
        expect(sorted(listMutes(db, 'p').map(({ page, reason }) => [page, reason]))).toEqual(
          sorted(some.map((page) => [page, page])),
        );
        const notes = listAnnotations(db, 'p');
        expect(sorted(notes.map(({ page, text: noted }) => [page, noted]))).toEqual(
          sorted(some.map((page) => [page, page])),
        );
        expect(
          loadUndeliveredAlerts(db, 'p')
            .map(({ subject }) => subject)
            .toSorted(),
        ).toEqual(some.toSorted());
        expect(
          listProjects(db)
            .map(({ name }) => name)
            .toSorted(),
        ).toEqual(['Shop', ...some].toSorted());
        const [first = ''] = some;
        expect(claimAlert(db, { projectId: 'p', kind: first, subject: first }, now)).toBe(true);
        for (const page of some) {
          expect(unmutePage(db, { projectId: 'p', page })).toBe(true);
          expect(unmutePage(db, { projectId: 'p', page })).toBe(false);
          clearAlerts(db, {
            projectId: 'p',
            kind: page,
            keep: some.filter((kept) => kept !== page),
          });
        }
        for (const { id, text: noted } of notes) {
          expect(removeAnnotation(db, { projectId: 'p', id })?.text).toBe(noted);
        }
        expect([
          listMutes(db, 'p'),
          listAnnotations(db, 'p'),
          loadUndeliveredAlerts(db, 'p'),
        ]).toEqual([[], [], []]);
      }),
      runs,
    );
  });
});
