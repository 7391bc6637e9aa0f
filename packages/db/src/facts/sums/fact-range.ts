import type { Breakdown, Day } from '@clarity-keep/core';

/** The facts of one breakdown from one reporting day to another, both included. */
export interface FactRange {
  projectId: string;
  breakdown: Breakdown;
  from: Day;
  to: Day;
}

/** The facts of a range, read as one stretch of the primary key. */
export const inRange =
  'f.project_id = @projectId AND f.breakdown = @breakdown AND f.day BETWEEN @from AND @to';

/** Every day of a range, so that the facts of a few segments are looked up and not scanned for. */
export const daysOfRange = `days(day) AS (
  SELECT @from UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < @to
)`;

/** The facts of one page in a range, one look-up per day and segment. */
export const ofPage = `days CROSS JOIN segments p CROSS JOIN day_facts f
  WHERE p.breakdown = @breakdown AND p.page = @page
    AND f.project_id = @projectId AND f.breakdown = @breakdown AND f.day = days.day AND f.segment_id = p.id`;
