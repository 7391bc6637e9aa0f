import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Breakdown, NumOfDays, SegmentFact } from '@clarity-keep/core';
import { differenceFacts, segmentOf } from '@clarity-keep/core';
import type { AnswerFacts, Database } from '../../src/index.ts';
import { factRows, loadCoverage, pruneBodies, settleDays, storeInsights } from '../../src/index.ts';
import { aDatabase } from '../support/a-database.ts';
import { someMeasures } from '../support/some-measures.ts';

const range = { projectId: 'p', timeZone: 'UTC', from: '2026-11-05', to: '2026-11-20' };

interface AResponse {
  hours: number;
  minutes: number;
  numOfDays: NumOfDays;
  site: number;
  pages: Record<string, number>;
  truncated: boolean;
}

const aResponse: fc.Arbitrary<AResponse> = fc.record({
  hours: fc.nat({ max: 5 * 24 }),
  minutes: fc.nat({ max: 20 }),
  numOfDays: fc.constantFrom<NumOfDays>(1, 2, 3),
  site: fc.nat({ max: 50 }),
  pages: fc.dictionary(
    fc.constantFrom('/a', '/b', "/'; DROP TABLE day_facts; --"),
    fc.nat({ max: 30 }),
  ),
  truncated: fc.boolean(),
});

const someResponses = fc.array(aResponse, { minLength: 1, maxLength: 10 });

function factsOf({ site, pages, truncated }: AResponse): AnswerFacts {
  return {
    listedSessions: { device: site, browser: null, os: site + 1, country: null },
    breakdowns: [
      {
        breakdown: 'total',
        truncated: false,
        facts: [{ segment: segmentOf('total', {}), measures: someMeasures(site) }],
      },
      {
        breakdown: 'page',
        truncated,
        facts: Object.entries(pages).map(([page, sessions]) => ({
          segment: segmentOf('page', { page }),
          measures: someMeasures(sessions),
        })),
      },
    ],
  };
}

/** A database that has these responses in its archive, with the facts of each. */
function anArchive(responses: readonly AResponse[]) {
  const db = aDatabase();
  // Power cuts are another test's business, and this one writes a lot.
  db.sql.pragma('synchronous = OFF');
  const facts = new Map<number, AnswerFacts>();
  const ids = responses.map((response) => {
    const at = atOf(response).toISOString();
    const callId = Number(
      db.sql
        .prepare(
          `INSERT INTO api_calls (project_id, requested_at, quota_day, num_of_days, dimensions, state,
             window_start, window_end, body, body_sha256)
           VALUES ('p', @at, substr(@at, 1, 10), @numOfDays, '', 'answered', @at, @at, x'00', '')`,
        )
        .run({ at, numOfDays: response.numOfDays }).lastInsertRowid,
    );
    facts.set(callId, factsOf(response));
    return callId;
  });
  return { db, ids, facts, factsOf: (callId: number) => facts.get(callId) ?? null };
}

function atOf({ hours, minutes }: AResponse): Date {
  return new Date(Date.UTC(2026, 10, 10, hours, minutes));
}

function parse(
  { db, ids, facts, factsOf: of }: ReturnType<typeof anArchive>,
  responses: readonly AResponse[],
  index: number,
) {
  const [callId, response] = [ids[index], responses[index]];
  const own = facts.get(callId ?? 0);
  if (callId === undefined || response === undefined || own === undefined) return null;
  return storeInsights(db, {
    ...range,
    windowEnd: atOf(response),
    reading: {
      callId,
      format: 'insights',
      breakdown: 'total',
      rows: 1,
      truncated: false,
      unrecognised: [],
      missingMetrics: [],
      parserVersion: 1,
      parsedAt: atOf(response),
    },
    facts: own,
    factsOf: of,
  });
}

/** Facts and where they come from, without the ids of segments, which are given out in the order of parsing. */
function contents(db: Database): unknown {
  return {
    facts: [...factRows(db, { projectId: 'p', from: null, to: null }).rows()]
      .map((row) => JSON.stringify(row))
      .toSorted(),
    coverage: loadCoverage(db, range),
  };
}

function comparisons(db: Database): unknown[] {
  return db.sql.prepare('SELECT * FROM reconciliations ORDER BY day, breakdown, kind').all();
}

/** What is stored of a day, as sessions by page. */
function storedSessions(db: Database, breakdown: Breakdown, day: string): Record<string, number> {
  const rows = [
    ...factRows(db, { projectId: 'p', from: day, to: day, breakdowns: [breakdown] }).rows(),
  ];
  return Object.fromEntries(rows.map(({ page, sessions }) => [page, sessions ?? NaN]));
}

function bySegment(facts: readonly SegmentFact[]): Record<string, number> {
  return Object.fromEntries(
    facts.map(({ segment, measures }) => [segment.values.page ?? '', measures.sessions]),
  );
}

function problemOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

const once = { numRuns: 10 };

it('stores of each day exactly the facts of the source that its coverage names', () => {
  fc.assert(
    fc.property(someResponses, (responses) => {
      const archive = anArchive(responses);
      for (const index of responses.keys()) parse(archive, responses, index);
      for (const { breakdown, day, callId, subtractedCallId } of loadCoverage(archive.db, range)) {
        const of = (id: number | null): readonly SegmentFact[] =>
          archive.facts.get(id ?? 0)?.breakdowns.find((one) => one.breakdown === breakdown)
            ?.facts ?? [];
        const facts =
          subtractedCallId === null
            ? of(callId)
            : differenceFacts(of(callId), of(subtractedCallId))?.facts;
        expect(facts).toBeDefined();
        expect(storedSessions(archive.db, breakdown, day)).toEqual(bySegment(facts ?? []));
      }
    }),
    once,
  );
});

it('stores the same in whatever order the responses are parsed, and once more at any time', () => {
  fc.assert(
    fc.property(someResponses, fc.nat({ max: 96 }), (responses, turn) => {
      const [straight, turned] = [anArchive(responses), anArchive(responses)];
      const place = (index: number): number => ((index + turn) * 61) % 97;
      const order = [...responses.keys()];
      for (const index of order) parse(straight, responses, index);
      for (const index of order.toSorted((a, b) => place(a) - place(b)))
        parse(turned, responses, index);
      // Parsing settles the days near a response; days further on may follow from those.
      for (const { db, factsOf: of } of [straight, turned])
        settleDays(db, { ...range, factsOf: of });
      expect(contents(turned.db)).toEqual(contents(straight.db));
      const again = settleDays(turned.db, { ...range, factsOf: turned.factsOf, rebuild: true });
      expect(again.facts).toMatchObject({ inserted: 0, replaced: 0 });
      expect(contents(turned.db)).toEqual(contents(straight.db));
    }),
    once,
  );
});

/** Responses in which a wider window always has more sessions. */
const possibleResponses = someResponses.map((responses) =>
  responses.map((response) => ({ ...response, site: 50 * response.numOfDays, pages: {} })),
);

it('leaves everything as it is when no raw response is left', () => {
  fc.assert(
    fc.property(possibleResponses, (responses) => {
      const archive = anArchive(responses);
      for (const index of responses.keys()) parse(archive, responses, index);
      settleDays(archive.db, { ...range, factsOf: archive.factsOf });
      const before = [contents(archive.db), comparisons(archive.db)];
      const now = new Date('2027-01-01');
      expect(pruneBodies(archive.db, { before: now, now, limit: 99 }).answers).toBe(
        responses.length,
      );
      for (const rebuild of [false, true]) {
        const settled = settleDays(archive.db, { ...range, factsOf: () => null, rebuild });
        expect(settled).toEqual({
          facts: { inserted: 0, replaced: 0, unchanged: 0 },
          impossible: [],
        });
        expect([contents(archive.db), comparisons(archive.db)]).toEqual(before);
      }
    }),
    once,
  );
});

it('takes back what was stored when anything fails in the middle', () => {
  fc.assert(
    fc.property(someResponses, fc.nat({ max: 40 }), (responses, failsAt) => {
      const archive = anArchive(responses);
      let asked = 0;
      const failing = {
        ...archive,
        factsOf: (callId: number) => {
          asked += 1;
          if (asked > failsAt) throw new Error('the disk is gone');
          return archive.factsOf(callId);
        },
      };
      for (const index of responses.keys()) {
        const stored = [contents(archive.db), comparisons(archive.db)];
        const failure = problemOf(() => parse(failing, responses, index));
        expect(archive.db.sql.inTransaction).toBe(false);
        const isUntouched = isDeepStrictEqual(
          [contents(archive.db), comparisons(archive.db)],
          stored,
        );
        expect(failure === null || isUntouched).toBe(true);
      }
      // What failed can be parsed later.
      const fresh = anArchive(responses);
      for (const { db, ...rest } of [archive, fresh]) {
        for (const index of responses.keys()) parse({ db, ...rest }, responses, index);
        settleDays(db, { ...range, factsOf: rest.factsOf });
      }
      expect(contents(archive.db)).toEqual(contents(fresh.db));
    }),
    once,
  );
});
