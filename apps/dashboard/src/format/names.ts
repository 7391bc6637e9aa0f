import { displayText } from '@clarity-keep/core';
import type { Breakdown, Ranking, Signal } from '@clarity-keep/core';
import type { Measure } from '../address/address.ts';

/** Signals as a heading of a column, and in full. */
export const signalHeads: Record<Signal, { short: string; full: string }> = {
  rageClicks: { short: 'Rage', full: 'Rage clicks' },
  deadClicks: { short: 'Dead', full: 'Dead clicks' },
  errorClicks: { short: 'Error', full: 'Error clicks' },
  scriptErrors: { short: 'Script', full: 'Script errors' },
  quickbackClicks: { short: 'Back', full: 'Quick-backs' },
  excessiveScrolls: { short: 'Scroll', full: 'Excessive scrolling' },
};

export const breakdownNames: Record<Breakdown, string> = {
  total: 'Site',
  page: 'Pages',
  device: 'Devices',
  page_device: 'Pages by device',
  device_source_medium: 'Sources by device',
  source_medium: 'Sources',
  browser: 'Browsers',
  os: 'Operating systems',
  country: 'Countries',
  campaign: 'Campaigns',
  channel: 'Channels',
  referrer: 'Referrers',
};

export const rankingNames: Record<Ranking, string> = {
  impact: 'Impact',
  rate: 'Rate',
  signals: 'Rage + dead clicks',
};

export function measureName(measure: Measure): string {
  return measure === 'sessions' ? 'Sessions' : signalHeads[measure].full;
}

/** What visitors typed, on one line; nothing has a name as well. */
export function nameText(text: string): string {
  return text === '' ? '(unknown)' : displayText(text);
}
