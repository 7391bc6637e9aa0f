/** `Week 47 of 2026`, of an ISO week as `2026-W47`. */
export function weekText(week: string): string {
  return `Week ${Number(week.slice(-2))} of ${week.slice(0, 4)}`;
}
