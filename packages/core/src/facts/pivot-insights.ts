import type { Breakdown } from '../segments/breakdown.ts';
import { marginalBreakdowns } from '../segments/breakdown.ts';
import { normaliseUrl } from '../urls/normalise-url.ts';
import { NO_PAGE } from '../segments/segment.ts';
import type { UrlRules } from '../urls/url-rules.ts';
import type { InsightsAnswer } from './insights-answer.ts';
import { TOP_LIST_CAP } from './insights-answer.ts';
import type { JoinedRow } from './join-rows.ts';
import { joinRows } from './join-rows.ts';
import { missingMetrics } from './metric-names.ts';
import type { Measures } from './measures.ts';
import { sessionsOnly } from './measures.ts';
import { measuresOf } from './measures-of-row.ts';
import type { SegmentFact } from './segment-fact.ts';
import { groupFacts } from './segment-fact.ts';
import { withinBounds } from './within-bounds.ts';

/** All facts that a response has of one breakdown. */
export interface BreakdownFacts {
  breakdown: Breakdown;
  /** A part of them is missing: rows, or whole metrics. */
  truncated: boolean;
  facts: SegmentFact[];
}

export interface PivotedAnswer {
  facts: BreakdownFacts[];
  /** Rows left out because their sessions are unknown. */
  unreadableRows: number;
}

interface MeasuredRow {
  values: JoinedRow['values'];
  measures: Measures;
}

/**
 * Pivots a response from one list per metric to one fact per segment of `breakdown`, with the marginals that
 * add up from it.
 */
export function pivotInsights(
  answer: InsightsAnswer,
  { breakdown, rules }: { breakdown: Breakdown; rules: UrlRules },
): PivotedAnswer {
  const measured = measuredRows(answer);
  const joint = withinBounds(groupFacts(breakdown, withPages(measured.rows, rules)));
  const unreadableRows = measured.unreadable + joint.leftOut;
  const truncated =
    answer.truncatedMetrics.length > 0 || unreadableRows > 0 || missingMetrics(answer).length > 0;
  const flattened = joint.facts.map(({ segment, measures }) => ({
    values: segment.values,
    measures,
  }));
  const marginals = marginalBreakdowns(breakdown).map((marginal) => {
    const { facts, leftOut } = withinBounds(groupFacts(marginal, flattened));
    return { breakdown: marginal, truncated: truncated || leftOut > 0, facts };
  });
  return {
    facts: [{ breakdown, truncated, facts: joint.facts }, ...marginals, ...referrerFacts(answer)],
    unreadableRows,
  };
}

/** Rows with sessions, of people or bots; a response without dimensions keeps its row even without any. */
function measuredRows(answer: InsightsAnswer): { rows: MeasuredRow[]; unreadable: number } {
  const { rows: joined, partial } = joinRows(answer);
  const rows: MeasuredRow[] = [];
  let unreadable = answer.unreadableRows + partial;
  for (const row of joined) {
    const measures = measuresOf(row, answer);
    if (measures === null) {
      unreadable += 1;
      continue;
    }
    const isEmpty = measures.sessions === 0 && (measures.botSessions ?? 0) === 0;
    if (!isEmpty || answer.dimensions.length === 0) rows.push({ values: row.values, measures });
  }
  return { rows, unreadable };
}

function* withPages(rows: MeasuredRow[], rules: UrlRules): Iterable<MeasuredRow> {
  for (const row of rows) {
    const { page } = row.values;
    if (page === undefined) {
      yield row;
    } else if (page.trim() === '') {
      // Clarity lists it in Traffic only, with users but no sessions.
      if (row.measures.sessions > 0) yield { ...row, values: { ...row.values, page: NO_PAGE } };
    } else {
      const normalised = normaliseUrl(page, rules);
      if (normalised !== null) yield { ...row, values: { ...row.values, page: normalised } };
    }
  }
}

function referrerFacts(answer: InsightsAnswer): BreakdownFacts[] {
  if (answer.referrers === null) return [];
  const rows = answer.referrers.flatMap(({ referrer, sessions }) =>
    sessions === null ? [] : [{ values: { referrer }, measures: sessionsOnly(sessions) }],
  );
  const { facts, leftOut } = withinBounds(groupFacts('referrer', rows));
  const unreadable = answer.referrers.length - rows.length + leftOut;
  const truncated = answer.referrers.length >= TOP_LIST_CAP || unreadable > 0;
  return [{ breakdown: 'referrer', truncated, facts }];
}
