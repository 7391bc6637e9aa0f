import { defaultUrlRules, normaliseUrl, signals } from '@clarity-keep/core';
import type { Breakdown, Signal } from '@clarity-keep/core';
import type { CoveredDay, Database } from '@clarity-keep/db';
import { loadCoverage, loadWindowSums } from '@clarity-keep/db';
import type { Site, TruthDimension } from '@clarity-keep/simulator';
import { truth } from '@clarity-keep/simulator';
import { expect } from 'vitest';
import { rows } from './a-database.ts';

/** What is checked of a breakdown, and what it is by in the truth. */
const checked = {
  total: [],
  page: ['page'],
  device: ['device'],
  page_device: ['page', 'device'],
  source_medium: ['source', 'medium'],
  country: ['country'],
  os: ['os'],
} as const satisfies Partial<Record<Breakdown, readonly TruthDimension[]>>;

type Checked = keyof typeof checked;

const DAY_MS = 86_400_000;

/**
 * How far an answer can be trusted: right, all of it. partly, what is stored of it is true, and it may be
 * less than all. wrong, nothing of it may be stored.
 */
export type Trust = 'right' | 'partly' | 'wrong';

/** Sessions, bots, and events and affected sessions of each signal, by segment. */
type Counts = Map<string, number[]>;

/**
 * Holds every stored day against what the simulated visitors did in the windows behind it: a direct day
 * against its 24 hours, a differenced one against the wider window less the narrower one. Page facts
 * are per raw URL, because that is all that Clarity tells.
 */
export function expectTruth(
  db: Database,
  {
    projectId,
    site,
    from,
    to,
    trustOf = () => 'right',
    nameOf = String,
    ignored = () => false,
  }: {
    projectId: string;
    site: Site;
    from: string;
    to: string;
    /** Of the answer to a call. */
    trustOf?: (callId: number) => Trust;
    /** What a message calls it. */
    nameOf?: (callId: number) => string;
    /** Segments, by their values, that the visitors know nothing of. */
    ignored?: (segment: string) => boolean;
  },
): number {
  const windows = new Map(
    rows(db, 'SELECT id, window_end, num_of_days FROM api_calls').map((row) => [
      Number(row['id']),
      { end: Date.parse(String(row['window_end'])), numOfDays: Number(row['num_of_days']) },
    ]),
  );
  const truthOf = (callId: number | null, by: readonly TruthDimension[]): Counts => {
    const window = windows.get(callId ?? -1);
    if (window === undefined) throw new Error(`There is no call ${callId}.`);
    return countsOfTruth(site, {
      from: window.end - window.numOfDays * DAY_MS,
      to: window.end,
      by,
    });
  };
  const trustOfDay = ({ callId, subtractedCallId }: CoveredDay): Trust => {
    const trusts = new Set(
      [callId, subtractedCallId].map((id) => (id === null ? 'right' : trustOf(id))),
    );
    return trusts.has('wrong') ? 'wrong' : trusts.has('partly') ? 'partly' : 'right';
  };
  const days = loadCoverage(db, { projectId, from, to })
    .filter(isChecked)
    .filter((held) => held.state !== 'truncated' || trustOfDay(held) !== 'right');
  for (const held of days) {
    const { day, breakdown, method, callId, subtractedCallId } = held;
    const by = checked[breakdown];
    const expected =
      method === 'direct'
        ? truthOf(callId, by)
        : less(truthOf(callId, by), truthOf(subtractedCallId, by));
    const stored = countsOfFacts(db, { projectId, breakdown, day });
    const found = new Map([...stored].filter(([segment]) => !ignored(segment)));
    const trust = trustOfDay(held);
    if (trust !== 'right') {
      const parts = partsOfFacts(db, { projectId, breakdown, day });
      const isTruncated = held.state === 'truncated';
      const isPart = (place: string): boolean => isTruncated || parts.has(place);
      const lies = liesOf(found, expected, { trust, isPart });
      const names = [callId, subtractedCallId].map((id) => (id === null ? '' : nameOf(id)));
      const what = `${names.join(' less ')}: ${day} ${breakdown}, ${held.state}`;
      expect.soft(lies.map((lie) => `${what}: ${lie}`)).toEqual([]);
      continue;
    }
    expect({ day, breakdown, method, counts: sorted(found) }).toEqual({
      day,
      breakdown,
      method,
      counts: sorted(expected),
    });
  }
  return days.length;
}

function isChecked(day: CoveredDay): day is CoveredDay & { breakdown: Checked } {
  return day.breakdown in checked;
}

/** What is stored of an answer that is not all right, and is not so: unknown is no lie, nor is a part of a sum. */
function liesOf(
  found: Counts,
  expected: Counts,
  { trust, isPart }: { trust: Trust; isPart: (place: string) => boolean },
): string[] {
  return sorted(found).flatMap(([segment, counts]) => {
    const real = expected.get(segment) ?? [];
    const isTrue = counts.every(
      (count, index) =>
        Number.isNaN(count) ||
        count === (real[index] ?? 0) ||
        (isPart(`${segment} ${index}`) && count < (real[index] ?? 0)),
    );
    if (isTrue && trust === 'partly') return [];
    return [`${segment}: ${counts.join(' ')} in place of ${real.join(' ')}`];
  });
}

function countsOfTruth(
  site: Site,
  { from, to, by }: { from: number; to: number; by: readonly TruthDimension[] },
): Counts {
  const found = truth({
    site,
    from,
    to,
    by,
    normaliseUrl: (url) => normaliseUrl(url, defaultUrlRules) ?? url,
    counting: 'per-url',
    withBots: true,
  });
  return new Map(
    found
      // A page without a name is listed with bots only.
      .filter(({ segment, sessions }) => segment.page !== null || sessions > 0)
      .map((row) => [
        by.map((dimension) => row.segment[dimension] ?? '').join(' | '),
        [row.sessions, row.botSessions, ...eventsOf((signal) => row.signals[signal])],
      ]),
  );
}

function countsOfFacts(
  db: Database,
  { projectId, breakdown, day }: { projectId: string; breakdown: Checked; day: string },
): Counts {
  const found = loadWindowSums(db, { projectId, breakdown, from: day, to: day });
  return new Map(
    found.map(({ values, sums }) => [
      Object.values(values).join(' | '),
      [
        sums.sessions,
        sums.botSessions ?? NaN,
        ...eventsOf((signal) => ({
          events: sums.signals[signal].events ?? NaN,
          affected: sums.signals[signal].affected ?? NaN,
        })),
      ],
    ]),
  );
}

/** The places of counts that are known for a part of the sessions, and so may be too low. */
function partsOfFacts(
  db: Database,
  { projectId, breakdown, day }: { projectId: string; breakdown: Checked; day: string },
): Set<string> {
  const found = loadWindowSums(db, { projectId, breakdown, from: day, to: day });
  return new Set(
    found.flatMap(({ values, sums }) =>
      signals.flatMap((signal, index) => {
        if (sums.signals[signal].knownSessions === sums.sessions) return [];
        const segment = Object.values(values).join(' | ');
        return [`${segment} ${2 + 2 * index}`, `${segment} ${3 + 2 * index}`];
      }),
    ),
  );
}

function eventsOf(of: (signal: Signal) => { events: number; affected: number }): number[] {
  return signals.flatMap((signal) => {
    const { events, affected } = of(signal);
    return [events, affected];
  });
}

function less(wide: Counts, narrow: Counts): Counts {
  return new Map(
    [...wide].map(([segment, counts]) => [
      segment,
      counts.map((count, index) => count - (narrow.get(segment)?.[index] ?? 0)),
    ]),
  );
}

/** Segments in which nothing happened are as good as absent, but for the site. */
function sorted(counts: Counts): [string, number[]][] {
  return [...counts]
    .filter(([segment, [sessions = 0, bots = 0]]) => segment === '' || sessions > 0 || bots > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
