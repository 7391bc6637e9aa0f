import { counted } from '../display/numbers.ts';
import type { Breakdown } from '../segments/breakdown.ts';

/** Calls Clarity answers per project and UTC day. Source: official page. */
export const DAILY_CALLS = 10;

/** The breakdowns that are collected every day, in order of value. */
export const dailyBreakdowns = [
  'total',
  'page_device',
  'device_source_medium',
] as const satisfies readonly Breakdown[];

/** What can be collected on top of them, one call each a day. */
export const extraBreakdowns = [
  'country',
  'browser',
  'os',
  'campaign',
  'channel',
] as const satisfies readonly Breakdown[];

export type ExtraBreakdown = (typeof extraBreakdowns)[number];

/** Calls kept in reserve for a collection by hand and for a retry. */
export const DEFAULT_RESERVE = 1;

/** Why a daily plan can never fit into the quota, with the arithmetic; null when it fits. */
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
    `The plan can never fit: ${dailyBreakdowns.length} daily calls + ${counted(extras.length, 'extra breakdown')} = ${needed} calls a day, ` +
    `but ${DAILY_CALLS} calls - ${reserve} in reserve = ${available}. Lower the reserve${leaveOut}.`
  );
}
