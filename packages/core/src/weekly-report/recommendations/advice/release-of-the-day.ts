import { daysInWords } from '../../../display/dates.ts';
import type { Cause } from '../cause.ts';
import { small } from '../cause.ts';
import type { PageTrouble } from '../page-trouble.ts';

/** What begins on one day often began with a release. Null when no day stands out. */
export function releaseOfTheDay({ since }: PageTrouble): Cause | null {
  if (since === null) return null;
  return small(
    `Something released on or just before ${daysInWords([since])}, including tags and experiments.`,
  );
}
