import type { Breakdown } from '../../segments/breakdown.ts';

const names: Record<Breakdown, string> = {
  total: 'site',
  page: 'pages',
  device: 'devices',
  page_device: 'pages by device',
  device_source_medium: 'sources by device',
  source_medium: 'sources',
  browser: 'browsers',
  os: 'operating systems',
  country: 'countries',
  campaign: 'campaigns',
  channel: 'channels',
  referrer: 'referrers',
};

/** "pages by device" */
export function breakdownName(breakdown: Breakdown): string {
  return names[breakdown];
}
