import type { NumOfDays } from '../calendar/rolling-window.ts';
import type { Breakdown } from '../segments/breakdown.ts';

/** Calls Clarity answers per project and UTC day. Source: official page. */
export const DAILY_CALLS = 10;

export interface PlannedCall {
  numOfDays: NumOfDays;
  breakdown: Breakdown;
}

/** What is asked of Clarity every day, in order of value. */
const dailyBreakdowns: readonly Breakdown[] = ['total', 'page_device', 'device_source_medium'];

export interface PlanInput {
  /** Set when a window is asked for by hand, whatever is stored already. */
  numOfDays?: NumOfDays | undefined;
  /** The format of the project's answers so far. */
  format: 'insights' | 'sessions' | null;
  /** Whether a one-day window of the newest day was answered for a breakdown. */
  isAnswered: (breakdown: Breakdown) => boolean;
}

/** The calls to make now. Session records come whole, so one call without dimensions says it all. */
export function planCalls({ numOfDays, format, isAnswered }: PlanInput): PlannedCall[] {
  const breakdowns: readonly Breakdown[] = format === 'sessions' ? ['total'] : dailyBreakdowns;
  return breakdowns
    .filter((breakdown) => numOfDays !== undefined || !isAnswered(breakdown))
    .map((breakdown) => ({ numOfDays: numOfDays ?? 1, breakdown }));
}
