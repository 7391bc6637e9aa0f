import type { Day } from '../../calendar/day.ts';
import type { Coverage } from '../../coverage/coverage.ts';
import { daysInWords } from '../../display/dates.ts';
import type { ReportedBreakdown } from '../report-input.ts';
import type { Gap } from '../report-model.ts';

/** What the report is built from, in the words of a sentence. */
const subjects: Record<ReportedBreakdown, string> = {
  total: 'Site totals',
  page: 'Pages',
  device: 'Devices',
  source_medium: 'Sources',
};

type DayGap = Extract<Gap, { kind: 'days' }>;

/**
 * What the week lacks or has only as an estimate, in sentences: first what is true of everything the report is
 * built from, then what is true of one breakdown.
 */
export function dayGaps(coverages: Partial<Record<ReportedBreakdown, Coverage>>): DayGap[] {
  const known = Object.entries(coverages) as [ReportedBreakdown, Coverage][];
  return (['missing', 'truncated', 'estimated'] as const).flatMap((state) => {
    const shared = known
      .map(([, coverage]) => coverage[state])
      .reduce((days, others) => days.filter((day) => others.includes(day)));
    const own = known.map(([breakdown, coverage]) => ({
      breakdown,
      days: coverage[state].filter((day) => !shared.includes(day)),
    }));
    return [{ breakdown: null, days: shared }, ...own]
      .filter(({ days }) => days.length > 0)
      .map(({ breakdown, days }) => ({
        kind: 'days',
        state,
        breakdown,
        days,
        sentence: sentence(state, breakdown, days),
      }));
  });
}

function sentence(
  state: DayGap['state'],
  breakdown: ReportedBreakdown | null,
  days: readonly Day[],
): string {
  const when = daysInWords(days);
  const isWhole = days.length === 7;
  const subject = breakdown === null ? null : subjects[breakdown];
  switch (state) {
    case 'missing':
      if (isWhole)
        return `${subject === null ? 'Nothing was' : `${subject} were not`} collected for ${when}.`;
      return subject === null
        ? `Nothing was collected for ${when}, so no number includes ${days.length === 1 ? 'that day' : 'those days'}.`
        : `${subject} were not collected for ${when}, so their numbers leave out ${days.length === 1 ? 'that day' : 'those days'}.`;
    case 'truncated':
      return `${subject ?? 'All lists'} for ${when} are cut off: Clarity returns at most 1,000 rows, picked arbitrarily. Some rows are missing and others count too few sessions.`;
    case 'estimated':
      return `${subject ?? 'The numbers'} for ${when} are estimated from two overlapping responses.`;
  }
}
