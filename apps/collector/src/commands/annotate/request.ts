import { UsageError } from '@clarity-keep/command-line';
import type { Day } from '@clarity-keep/core';
import { dayProblem, daySchema, isCalendarDay } from '@clarity-keep/core';
import type { AnnotateOptions } from './command.ts';
import { noteText } from '../../page-notes/note-text.ts';

/** What `annotate` was asked to do. */
export type AnnotationRequest =
  | { type: 'list' }
  | { type: 'remove'; id: number }
  | { type: 'add'; page: string; day: Day; text: string };

/**
 * Parses the options. `today` is the project's: a later day is rejected.
 *
 * @throws UsageError when the options contradict each other or are incomplete.
 */
export function annotationRequest(
  { page, text, date, remove }: Omit<AnnotateOptions, 'project' | 'json'>,
  today: Day,
): AnnotationRequest {
  if (remove !== undefined) {
    if (page !== undefined || date !== undefined) {
      throw new UsageError('--remove takes an annotation ID and nothing else.');
    }
    if (Number.isSafeInteger(remove) && remove >= 1) return { type: 'remove', id: remove };
    throw new UsageError('--remove must be an ID listed by "clarity-keep annotate".');
  }
  if (page === undefined) {
    if (date === undefined) return { type: 'list' };
    throw new UsageError(
      'No page given. For example: clarity-keep annotate /checkout "moved the button"',
    );
  }
  if (text === undefined) {
    throw new UsageError('Say what changed, in quotes after the page, e.g. "moved the button".');
  }
  return { type: 'add', page, day: dayOf(date, today), text: noteText(text, 'The text') };
}

function dayOf(date: string | undefined, today: Day): Day {
  if (date === undefined) return today;
  if (!daySchema.safeParse(date).success) {
    throw new UsageError(`--date must be a day such as 2026-11-16, not ${JSON.stringify(date)}.`);
  }
  if (!isCalendarDay(date)) throw new UsageError(`--date: ${dayProblem(date)}`);
  if (date <= today) return date;
  throw new UsageError(
    `--date must not be after today, ${today}, but is ${date}. Add the annotation once the change is live.`,
  );
}
