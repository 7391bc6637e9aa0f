import type { Breakdown, Day, DaySettlement, DaySource, SegmentFact } from '@clarity-keep/core';
import { addDays, dayBounds, differenceFacts, planSettlement } from '@clarity-keep/core';
import { coverDay } from '../coverage/cover-day.ts';
import { loadCoverage } from '../coverage/load-coverage.ts';
import type { FactCounts } from '../facts/write-facts.ts';
import { writeFacts } from '../facts/write-facts.ts';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';
import type { ImpossibleDifference } from './impossible-difference.ts';
import { loadAnsweredWindows } from './load-answered-windows.ts';
import type { FactsOfCall } from './response-facts.ts';
import { factsOfBreakdown, summaries } from './response-facts.ts';
import { storeReconciliations } from './store-reconciliations.ts';

export interface SettledDays {
  facts: FactCounts;
  impossible: ImpossibleDifference[];
}

export interface SettleInput {
  projectId: string;
  timeZone: string;
  from: Day;
  to: Day;
  factsOf: FactsOfCall;
  /** Writes every day again, even if it has its source already. */
  rebuild?: boolean;
  /** A response that was parsed again, so that the days that come from it are written again. */
  reread?: number;
}

/** A response about a day ends at most this many days later: windows are up to three days long. */
const LATEST_ANSWER_DAYS = 4;

/**
 * Makes the facts of the days `from` to `to` what `planSettlement` decides. A day that needs a raw
 * response which can no longer be read stays as it is. Call it inside a write transaction.
 */
export function settleDays(db: Database, input: SettleInput): SettledDays {
  const { projectId, timeZone, from, to, factsOf, rebuild = false, reread } = input;
  const windows = loadAnsweredWindows(db, {
    projectId,
    from: dayBounds(addDays(from, -1), timeZone).start,
    to: dayBounds(addDays(to, LATEST_ANSWER_DAYS), timeZone).end,
  });
  const summaryOf = summaries(factsOf);
  const plan = planSettlement({
    from,
    to,
    timeZone,
    windows,
    stored: loadCoverage(db, { projectId, from: addDays(from, -1), to }),
    summaryOf,
    isArchived: (callId) => isArchived(db, callId),
    rebuild,
    reread,
  });
  const settled: SettledDays = {
    facts: { inserted: 0, replaced: 0, unchanged: 0 },
    impossible: plan.refused.map(({ subtractedCallId, ...refused }) => ({
      ...refused,
      segments: factsOfBreakdown(factsOf, subtractedCallId, refused.breakdown)?.length ?? 0,
      isRefused: true,
    })),
  };
  const touched = plan.days.filter((day) => settleDay(db, { projectId, factsOf, day, settled }));
  storeReconciliations(db, {
    projectId,
    touched,
    impossible: settled.impossible,
    range: { from, to, timeZone, windows, summaryOf },
  });
  return settled;
}

/** Carries one decision out; whether it touched the facts of the day. */
function settleDay(
  db: Database,
  {
    projectId,
    factsOf,
    day: planned,
    settled,
  }: { projectId: string; factsOf: FactsOfCall; day: DaySettlement; settled: SettledDays },
): boolean {
  const { breakdown, day } = planned;
  switch (planned.action) {
    case 'remove':
      removeDay(db, { projectId, breakdown, day });
      return true;
    case 'restate':
      coverDay(db, projectId, { ...planned.source, breakdown });
      return false;
    case 'write': {
      const { source } = planned;
      const made = factsOfSource(factsOf, breakdown, source);
      if (made === null) return false;
      if (made.impossible > 0) {
        const { callId } = source;
        const segments = made.impossible;
        settled.impossible.push({ breakdown, day, callId, segments, isRefused: false });
      }
      const { facts } = made;
      add(settled.facts, writeFacts(db, { projectId, breakdown, day }, { source, facts }));
      coverDay(db, projectId, { ...source, breakdown });
      return true;
    }
  }
}

/** Null when a raw response that is needed can no longer be read. */
function factsOfSource(
  factsOf: FactsOfCall,
  breakdown: Breakdown,
  { callId, subtractedCallId }: DaySource,
): { facts: readonly SegmentFact[]; impossible: number } | null {
  const facts = factsOfBreakdown(factsOf, callId, breakdown);
  if (facts === null) return null;
  if (subtractedCallId === null) return { facts, impossible: 0 };
  const narrow = factsOfBreakdown(factsOf, subtractedCallId, breakdown);
  return narrow === null ? null : differenceFacts(facts, narrow);
}

function isArchived(db: Database, callId: number): boolean {
  const sql = 'SELECT body IS NOT NULL FROM api_calls WHERE id = ?';
  return prepared(db, sql).pluck().get(callId) === 1;
}

function removeDay(db: Database, key: { projectId: string; breakdown: Breakdown; day: Day }): void {
  for (const table of ['day_facts', 'day_coverage', 'reconciliations']) {
    const sql = `DELETE FROM ${table} WHERE project_id = @projectId AND breakdown = @breakdown AND day = @day`;
    prepared(db, sql).run(key);
  }
}

function add(total: FactCounts, counts: FactCounts): void {
  total.inserted += counts.inserted;
  total.replaced += counts.replaced;
  total.unchanged += counts.unchanged;
}
