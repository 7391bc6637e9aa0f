import { daysInWords } from '../../../display/dates.ts';
import type { Cause } from '../cause.ts';
import { small } from '../cause.ts';
import type { PageTrouble } from '../page-trouble.ts';

/** What begins on a day mostly began with a release, and goes with it. */
export function releaseOfTheDay({ since }: PageTrouble): Cause | null {
  if (since === null) return null;
  return small(
    `What was released on or just before ${daysInWords([since])}, tags and experiments included.`,
  );
}
