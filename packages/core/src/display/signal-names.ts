import type { Signal } from '../segments/signals.ts';

/** Signals as people call them. */
export const signalNames: Record<Signal, string> = {
  rageClicks: 'rage clicks',
  deadClicks: 'dead clicks',
  errorClicks: 'error clicks',
  scriptErrors: 'script errors',
  quickbackClicks: 'quick-backs',
  excessiveScrolls: 'excessive scrolling',
};
