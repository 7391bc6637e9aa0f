import { oldest24Hours, reportingDay } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { loadCoverage } from '@clarity-keep/db';
import { requestedBreakdown } from '@clarity-keep/clarity';
import type { EvilBehaviour, SimulatorRequest } from '@clarity-keep/simulator';
import { sessionRecordsAnswer } from '@clarity-keep/simulator';
import { expect } from 'vitest';
import { rows } from './a-database.ts';
import type { EvilLife } from './an-evil-life.ts';
import type { Trust } from '@clarity-keep/collection/testing';
import { expectTruth } from '@clarity-keep/collection/testing';

const ALL_DAYS = { from: '2000-01-01', to: '2099-12-31' };
const DAY_MS = 86_400_000;

/** Whether all of an answer is true, and came as a whole. */
function isRight({ met }: EvilLife, request: SimulatorRequest): boolean {
  return request.status === 200 && (met.get(request)?.answer ?? 'right') === 'right';
}

/** Days that Clarity answered rightly, and that are not known. */
export function lostDays(life: EvilLife, db: Database): string[] {
  const { projectId } = life.simulator;
  const known = new Set(
    loadCoverage(db, { projectId, ...ALL_DAYS })
      .filter(({ state }) => state === 'complete' || state === 'estimated')
      .map(({ breakdown, day }) => `${day} ${breakdown}`),
  );
  const told = life.runs.flatMap(({ requests }) => {
    const right = requests.filter((request) => isRight(life, request)).map(askedFor);
    return right
      .filter(({ breakdown, numOfDays }) => numOfDays === 1 || has(breakdown, numOfDays - 1))
      .map(({ breakdown, day }) => `${day} ${breakdown}`);

    function has(breakdown: string, numOfDays: number): boolean {
      return right.some((asked) => asked.breakdown === breakdown && asked.numOfDays === numOfDays);
    }
  });
  return [...new Set(told)].filter((day) => !known.has(day)).toSorted();
}

/** What a request was about: the oldest day of its window is what it adds. */
function askedFor({ at, query }: SimulatorRequest) {
  const numOfDays = Number(query['numOfDays']) as 1 | 2 | 3;
  const dimensions = [1, 2, 3].flatMap((nth) => query[`dimension${nth}`] ?? []);
  const { end } = oldest24Hours(new Date(at), numOfDays);
  return {
    numOfDays,
    breakdown: requestedBreakdown(dimensions) ?? '',
    day: reportingDay(end, 'UTC'),
  };
}

/** Visits of windows that Clarity answered rightly in records, and that are not kept. */
export function lostVisits(life: EvilLife, db: Database): string[] {
  if (life.format !== 'sessions') return [];
  const kept = new Set(rows(db, 'SELECT session_id FROM sessions').map((row) => row['session_id']));
  const told = life.simulator.requests
    .filter((request) => isRight(life, request))
    .flatMap(({ at, query }) =>
      life.simulator.site.visitsBetween(at - Number(query['numOfDays']) * DAY_MS, at),
    );
  return [...new Set(told)]
    .filter(({ kind, id }) => kind === 'human' && !kept.has(id))
    .map(({ id }) => id);
}

/** Holds what is stored against what the visitors did, as far as the answers behind it told it. */
export function expectNoLies(life: EvilLife, db: Database): void {
  const { simulator } = life;
  const { projectId, site } = simulator;
  const met = behaviourOfCalls(life, db);
  const trustOf = (callId: number): Trust => met.get(callId)?.answer ?? 'right';
  const nameOf = (callId: number): string => met.get(callId)?.name ?? 'a right answer';
  const stored = rows(
    db,
    `SELECT session_id AS id, duration_seconds, page_views, rage_clicks, dead_clicks, scroll_depth,
       api_call_id FROM sessions`,
  );
  if (stored.length === 0) {
    const ignored = (segment: string) => segment.includes('look-alike.example');
    expectTruth(db, { projectId, site, ...ALL_DAYS, trustOf, nameOf, ignored });
  }
  const ends = simulator.requests.map(({ at }) => at);
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const numOfDays = Math.ceil((last - first) / DAY_MS) + 4;
  const records = new Map(
    sessionRecordsAnswer({ site, end: last, numOfDays }).map((record) => [
      record.SessionId,
      [
        record.Duration,
        record.PageViews,
        record.RageClickCount,
        record.DeadClickCount,
        record.ScrollDepth,
      ],
    ]),
  );
  const lies = stored
    .filter(({ id }) => id !== 'stranger')
    .filter(({ id, api_call_id: callId, ...numbers }) => {
      const truth = records.get(String(id));
      const trust = trustOf(Number(callId));
      return (
        truth === undefined ||
        trust === 'wrong' ||
        Object.values(numbers).some(
          (number, index) =>
            number !== truth[index] && !(trust === 'partly' && isNoClaim(number, index)),
        )
      );
    });
  expect.soft(lies.map((lie) => ({ of: nameOf(Number(lie['api_call_id'])), ...lie }))).toEqual([]);
  expect.soft(rows(db, BEYOND_MEANING)).toEqual([]);
  expect(rows(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(rows(db, 'PRAGMA foreign_key_check')).toEqual([]);
}

/** Zero is unknown in a record; what is beyond meaning is kept as recorded, and is in no fact. */
function isNoClaim(number: unknown, index: number): boolean {
  if (number === 0 || number === null) return true;
  const mosts: readonly (number | undefined)[] = [86_400, undefined, undefined, undefined, 100];
  return Number(number) > (mosts[index] ?? Infinity);
}

/** Facts that nobody could have meant, whichever answer they are of. */
const BEYOND_MEANING = `SELECT day, breakdown, sessions, bot_sessions, scroll_depth_sum, scroll_depth_weight,
    total_seconds_sum, total_seconds_weight FROM day_facts
  WHERE sessions NOT BETWEEN 0 AND 1e6 OR bot_sessions NOT BETWEEN 0 AND 1e6
    OR scroll_depth_sum NOT BETWEEN 0 AND 100.001 * scroll_depth_weight
    OR total_seconds_sum NOT BETWEEN 0 AND 86400 * total_seconds_weight
    OR active_seconds_sum NOT BETWEEN 0 AND 86400 * active_seconds_weight`;

/** What the calls of the ledger met, that met something. */
function behaviourOfCalls(life: EvilLife, db: Database): Map<number, EvilBehaviour | undefined> {
  const requests = new Map(
    life.simulator.requests.map((request) => [keyOf(request), request] as const),
  );
  const calls = rows(
    db,
    `SELECT id, requested_at, num_of_days, dimensions FROM api_calls WHERE state = 'answered'`,
  );
  return new Map(
    calls.map((call) => {
      const { id, requested_at: at, num_of_days: days, dimensions } = call;
      const request = requests.get(
        `${Date.parse(String(at))} ${String(days)} ${String(dimensions)}`,
      );
      if (request === undefined) throw new Error(`Call ${String(id)} asked nobody.`);
      return [Number(id), life.met.get(request)];
    }),
  );
}

function keyOf({ at, query }: SimulatorRequest): string {
  const dimensions = [1, 2, 3].flatMap((nth) => query[`dimension${nth}`] ?? []);
  return `${at} ${query['numOfDays']} ${dimensions.join(',')}`;
}

/** When a call was made that was the eleventh within 24 hours. */
export function overspentAt({ simulator }: EvilLife): string[] {
  const counted = simulator.requests.filter(({ status }) => status !== 429);
  return counted
    .filter(({ at }, index) => at - (counted[index - 10]?.at ?? -Infinity) < 86_400_000)
    .map(({ at }) => new Date(at).toISOString());
}

/** Texts in the database that hold this one: all but the raw bodies, which are as they came. */
export function textsWith(db: Database, text: string): string[] {
  const columns = rows(
    db,
    `SELECT m.name AS place, p.name AS field FROM sqlite_master m JOIN pragma_table_info(m.name) p
     WHERE m.type = 'table' AND p.type <> 'BLOB'`,
  );
  return columns
    .map(({ place, field }) => ({ place: String(place), field: String(field) }))
    .filter(
      ({ place, field }) =>
        rows(db, `SELECT 1 FROM "${place}" WHERE INSTR("${field}", ?) LIMIT 1`, text).length > 0,
    )
    .map(({ place, field }) => `${place}.${field}`);
}
