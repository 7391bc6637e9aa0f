import { integer, rate } from '@clarity-keep/core';
import type { Measure } from '../address/address.ts';
import type { DailyRow } from '../asking/answers.ts';

/** What is drawn of a day: sessions, or the share of them that a signal affected. */
export function valueOf(row: DailyRow, measure: Measure): number | null {
  return measure === 'sessions' ? row.sessions : row.signals[measure].rate;
}

export function valueText(value: number, measure: Measure): string {
  return measure === 'sessions' ? integer(value) : rate(value);
}

/** The last day on which the measure is known. */
export function newestKnown(rows: readonly DailyRow[], measure: Measure): DailyRow | undefined {
  return rows.findLast((row) => valueOf(row, measure) !== null);
}

/** The days since anything was stored: what lies before them was never there to be missed. */
export function rowsSince(rows: readonly DailyRow[], oldestDay: string | null): DailyRow[] {
  const since = oldestDay === null ? [] : rows.filter(({ day }) => day >= oldestDay);
  return since.length === 0 ? [...rows] : since;
}
