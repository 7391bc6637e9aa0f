import type { Breakdown } from '../segments/breakdown.ts';

/** Calls Clarity answers per project and UTC day. Source: official page. */
export const DAILY_CALLS = 10;

/** What is asked of Clarity every day, in order of value. */
export const dailyBreakdowns = [
  'total',
  'page_device',
  'device_source_medium',
] as const satisfies readonly Breakdown[];

/** What can be asked every day on top of it, a call each. */
export const extraBreakdowns = [
  'country',
  'browser',
  'os',
  'campaign',
  'channel',
] as const satisfies readonly Breakdown[];

export type ExtraBreakdown = (typeof extraBreakdowns)[number];

/** Calls left alone for whoever asks by hand, and for a retry. */
export const DEFAULT_RESERVE = 1;

/**
 * Why a daily plan can never fit into the calls of a day, with the arithmetic, or null when it fits.
 */
export function planOverflow({
  extras,
  reserve,
}: {
  extras: readonly ExtraBreakdown[];
  reserve: number;
}): string | null {
  const needed = dailyBreakdowns.length + extras.length;
  const available = DAILY_CALLS - reserve;
  if (needed <= available) return null;
  const excess = needed - available;
  const leaveOut = excess > extras.length ? '' : ` or leave out ${excess} of ${extras.join(', ')}`;
  return (
    `The plan can never fit: ${dailyBreakdowns.length} daily calls + ${extras.length} extra breakdowns = ${needed} calls a day, ` +
    `but ${DAILY_CALLS} calls - ${reserve} in reserve = ${available}. Lower the reserve${leaveOut}.`
  );
}
