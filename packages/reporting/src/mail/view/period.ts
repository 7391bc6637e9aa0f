import type { Day } from '@clarity-keep/core';

const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The days of a week as people write them: "16 – 22 Nov 2026". */
export function period({ from, to }: { from: Day; to: Day }): string {
  const instant = (day: Day): Date => new Date(`${day}T00:00:00Z`);
  // Node's versions differ in the spaces around the dash: none, thin ones.
  return dayAndMonth.formatRange(instant(from), instant(to)).replace(/\s*–\s*/, ' – ');
}
