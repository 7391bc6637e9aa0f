import type { Day, NumOfDays, UrlRules } from '@clarity-keep/core';
import { dayBounds, overlapSeconds, reportingDay, rollingWindow } from '@clarity-keep/core';
import type { Database, FactCounts, SessionDayClaim } from '@clarity-keep/db';
import { beginSessionBatch, rebuildSessionDays, writeInBulk } from '@clarity-keep/db';
import { REASONS_KEPT } from './import-result.ts';
import type { SessionSource } from './session-source.ts';

export interface SessionImport {
  source: SessionSource;
  project: { id: string; timeZone: string };
  rules: UrlRules;
  /** When records without a time of their own were collected. */
  at: Date;
  /** False when `at` is a guess: then so is the day. */
  isAtKnown: boolean;
  numOfDays: NumOfDays;
  onProgress: (done: number, total: number) => void;
}

export interface ImportedSessions {
  read: number;
  inserted: number;
  duplicates: number;
  rejected: number;
  /** The first reasons, each with its place. */
  reasons: string[];
  facts: FactCounts;
  /** Days that Clarity's own responses cover better: their facts stay as they are. */
  left: Day[];
  /** Some records did not say when they were collected. */
  usedAt: boolean;
  /** Days of sessions whose own start is known. */
  startDays: number;
}

/** Stores a file's records and rebuilds the affected days, in one transaction: all or nothing. */
export async function importSessions(
  db: Database,
  { source, project, rules, at, isAtKnown, numOfDays, onProgress }: SessionImport,
): Promise<ImportedSessions> {
  const result: ImportedSessions = {
    read: 0,
    inserted: 0,
    duplicates: 0,
    rejected: 0,
    reasons: [],
    facts: { inserted: 0, replaced: 0, unchanged: 0 },
    left: [],
    usedAt: false,
    startDays: 0,
  };
  const reject = (reason: string): void => {
    result.rejected += 1;
    if (result.reasons.length < REASONS_KEPT) {
      result.reasons.push(`record ${result.read}: ${reason}`);
    }
  };
  return writeInBulk(db, async () => {
    const batch = beginSessionBatch(db, { projectId: project.id, rules, callId: null });
    const days = dayClaims({ timeZone: project.timeZone, numOfDays });
    for await (const { entries, done } of source.batches()) {
      for (const { record, seenAt, day } of entries) {
        result.read += 1;
        if (typeof record === 'string') {
          reject(record);
        } else {
          result.usedAt ||= seenAt === null && day === undefined;
          const counted = day === undefined ? days.dayOf(seenAt ?? at) : days.startedOn(day);
          if (batch.add(record, counted)) result.inserted += 1;
          else result.duplicates += 1;
        }
      }
      onProgress(done, source.total);
    }
    if (result.usedAt && !isAtKnown) days.guess(at);
    const { facts, left } = rebuildSessionDays(db, {
      projectId: project.id,
      callId: null,
      claims: days.claims,
    });
    return { ...result, facts, left, startDays: days.startDays() };
  });
}

const QUARTER_HOUR_MS = 900_000;

/** The day each record is counted on, and what its window covers of that day. */
function dayClaims({ timeZone, numOfDays }: { timeZone: string; numOfDays: NumOfDays }) {
  const claims = new Map<Day, SessionDayClaim>();
  // Days begin on a quarter of an hour in every time zone, so one look-up serves them all.
  const known = new Map<number, Day>();
  const started = new Set<Day>();
  return {
    claims,
    startDays: () => started.size,
    /**
     * A list of recordings may be any part of a day, so whatever Clarity itself says of the day is better.
     */
    startedOn(day: Day): Day {
      if (started.has(day)) return day;
      started.add(day);
      if (!claims.has(day)) {
        const { end } = dayBounds(day, timeZone);
        claims.set(day, { state: 'estimated', overlapSeconds: 0, windowEnd: end });
      }
      return day;
    },
    /** Marks the day of a guessed time. */
    guess(at: Date): void {
      const day = reportingDay(at, timeZone);
      const claim = claims.get(day);
      if (claim !== undefined) claims.set(day, { ...claim, state: 'estimated' });
    },
    dayOf(seenAt: Date): Day {
      const quarter = Math.floor(seenAt.getTime() / QUARTER_HOUR_MS);
      const day = known.get(quarter);
      if (day !== undefined) return day;
      const found = reportingDay(seenAt, timeZone);
      known.set(quarter, found);
      const overlap = overlapSeconds(rollingWindow(seenAt, numOfDays), found, timeZone);
      const claim = claims.get(found);
      if (claim === undefined || overlap > claim.overlapSeconds) {
        claims.set(found, {
          state: numOfDays === 1 ? 'complete' : 'estimated',
          overlapSeconds: overlap,
          windowEnd: seenAt,
        });
      }
      return found;
    },
  };
}
