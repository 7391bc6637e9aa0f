import { QUOTA_LIMIT } from '../quota/rolling-quota.ts';
import { counted } from '../display/numbers.ts';
import type { Breakdown } from '../segments/breakdown.ts';

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
  const available = QUOTA_LIMIT - reserve;
  if (needed <= available) return null;
  const excess = needed - available;
  const leaveOut = excess > extras.length ? '' : ` or leave out ${excess} of ${extras.join(', ')}`;
  return (
    `The plan can never fit: ${dailyBreakdowns.length} daily calls + ${counted(extras.length, 'extra breakdown')} = ${needed} calls a day, ` +
    `but ${QUOTA_LIMIT} calls - ${reserve} in reserve = ${available}. Lower the reserve${leaveOut}.`
  );
}

/**
 * What a set-up has to know that needs more than half of the quota a day: a run that starts earlier than the one
 * before finds calls that still count. Null when two runs fit into 24 hours.
 */
export function jitterAdvice(extras: readonly ExtraBreakdown[]): string | null {
  const needed = dailyBreakdowns.length + extras.length;
  if (2 * needed <= QUOTA_LIMIT) return null;
  return (
    `${needed} calls a day: each counts for 24 hours, so a run that starts earlier than the day before finds only ${QUOTA_LIMIT - needed} free. ` +
    'Run it at the same minute every day, with --wait; otherwise such a day is collected by the next run, and extra breakdowns are left out.'
  );
}
