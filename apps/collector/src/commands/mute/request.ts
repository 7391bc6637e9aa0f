import { UsageError } from '@clarity-keep/command-line';
import type { Day } from '@clarity-keep/core';
import { addDays, dayProblem, daySchema, isCalendarDay, LAST_DAY } from '@clarity-keep/core';
import type { MuteOptions } from './command.ts';
import { noteText } from '../../page-notes/note-text.ts';

const DEFAULT_WEEKS = 4;
const MAX_WEEKS = 520;

/** What `mute` was asked to do. */
export type MuteRequest =
  | { type: 'list' }
  | { type: 'remove'; page: string }
  | { type: 'mute'; page: string; reason: string; untilDay: Day | null };

/**
 * Parses the options. `today` is the project's: a mute that ends before it begins is rejected.
 *
 * @throws UsageError when the options contradict each other or are incomplete.
 */
export function muteRequest(
  { page, reason, until, weeks, remove }: Omit<MuteOptions, 'project' | 'json'>,
  today: Day,
): MuteRequest {
  const hasTerms = reason !== undefined || until !== undefined || weeks !== undefined;
  if (page === undefined) {
    if (!hasTerms && !remove) return { type: 'list' };
    throw new UsageError('No page given. For example: clarity-keep mute /checkout');
  }
  if (remove) {
    if (!hasTerms) return { type: 'remove', page };
    throw new UsageError('--remove takes no --reason, --until or --weeks.');
  }
  if (reason === undefined) {
    throw new UsageError(
      '--reason is missing; the report shows it, e.g. --reason "redesign under way". To unmute the page, use --remove.',
    );
  }
  const untilDay = lastDay({ until, weeks }, today);
  return { type: 'mute', page, reason: noteText(reason, '--reason'), untilDay };
}

function lastDay({ until, weeks }: Pick<MuteOptions, 'until' | 'weeks'>, today: Day): Day | null {
  if (until === undefined) {
    const last = addDays(today, weeksOf(weeks) * 7);
    return isCalendarDay(last) ? last : LAST_DAY;
  }
  if (weeks !== undefined) throw new UsageError('Use either --until or --weeks, not both.');
  if (until === 'never') return null;
  if (!daySchema.safeParse(until).success) {
    throw new UsageError(
      `--until must be a day such as 2026-12-31, or never, not ${JSON.stringify(until)}.`,
    );
  }
  if (!isCalendarDay(until)) {
    throw new UsageError(
      `--until: ${dayProblem(until)} To mute the page for good, use --until never.`,
    );
  }
  if (until >= today) return until;
  throw new UsageError(
    `--until must not be before today, ${today}, but is ${until}. To unmute the page, use --remove.`,
  );
}

function weeksOf(weeks = DEFAULT_WEEKS): number {
  if (Number.isInteger(weeks) && weeks >= 1 && weeks <= MAX_WEEKS) return weeks;
  throw new UsageError(
    `--weeks must be a whole number from 1 to ${MAX_WEEKS}${Number.isNaN(weeks) ? '' : `, not ${weeks}`}. For no end date, use --until never.`,
  );
}
