import type { Signal } from '../../segments/signals.ts';
import { label } from '../../display/page-names.ts';
import type { PageTrouble } from './page-trouble.ts';

/** Signals as the filters of Clarity's recordings and heatmaps call them. */
export const filterNames: Record<Signal, string> = {
  rageClicks: 'Rage clicks',
  deadClicks: 'Dead clicks',
  errorClicks: 'Error clicks',
  scriptErrors: 'JavaScript errors',
  quickbackClicks: 'Quick backs',
  excessiveScrolls: 'Excessive scrolling',
};

/**
 * Where to look first in Clarity. The links of a report filter by page alone, so what is to be added by
 * hand is said: "Recordings of this page: add the filter Rage clicks, device Mobile."
 */
export function recordingsStep(trouble: PageTrouble, watch: string): string {
  return `Recordings of this page: add the filter ${filterOf(trouble)}. ${watch}`;
}

/** The same for the heatmap: "Heatmap of this page: Dead clicks, device Mobile." */
export function heatmapStep(trouble: PageTrouble, map: string, look: string): string {
  const device = trouble.device === null ? '' : `, device ${trouble.device}`;
  return `Heatmap of this page: ${map}${device}. ${look}`;
}

function filterOf({ signals, device, browsers }: PageTrouble): string {
  const [signal] = signals;
  const browser = browsers[0];
  return [
    filterNames[signal],
    device === null ? null : `device ${device}`,
    browser === undefined ? null : `browser ${label(browser.browser)}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
