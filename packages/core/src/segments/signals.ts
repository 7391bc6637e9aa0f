/** The six signals, in the order they are shown. */
export const signals = [
  'rageClicks',
  'deadClicks',
  'errorClicks',
  'scriptErrors',
  'quickbackClicks',
  'excessiveScrolls',
] as const;

export type Signal = (typeof signals)[number];

export function forEachSignal<T>(compute: (signal: Signal) => T): Record<Signal, T> {
  return {
    rageClicks: compute('rageClicks'),
    deadClicks: compute('deadClicks'),
    errorClicks: compute('errorClicks'),
    scriptErrors: compute('scriptErrors'),
    quickbackClicks: compute('quickbackClicks'),
    excessiveScrolls: compute('excessiveScrolls'),
  };
}
