import type { Signal } from '../../segments/signals.ts';
import { label } from '../../display/names/page-names.ts';
import type { PageTrouble } from './page-trouble.ts';

/** Signals as Clarity's own filters and heatmaps call them. */
export const filterNames: Record<Signal, string> = {
  rageClicks: 'Rage clicks',
  deadClicks: 'Dead clicks',
  errorClicks: 'Error clicks',
  scriptErrors: 'JavaScript errors',
  quickbackClicks: 'Quick backs',
  excessiveScrolls: 'Excessive scrolling',
};

/**
 * Where to look first in Clarity: "Open the recordings of this page and filter by Rage clicks, device Mobile."
 * The links of a report filter by page alone, so the step names the filters to add by hand, by Clarity's names.
 */
export function recordingsStep(trouble: PageTrouble, watch: string): string {
  return `Open the recordings of this page and filter by ${filterOf(trouble)}. ${watch}`;
}

/** The same for the heatmap: "Open the heatmap of this page: Dead clicks, device Mobile." */
export function heatmapStep({ device }: PageTrouble, map: string, look: string): string {
  const filter = device === null ? '' : `, device ${device}`;
  return `Open the heatmap of this page: ${map}${filter}. ${look}`;
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
