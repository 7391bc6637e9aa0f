import type { Signal } from '../segments/signals.ts';

/** Signals as people call them, in a sentence. */
export const signalNames: Record<Signal, string> = {
  rageClicks: 'rage clicks',
  deadClicks: 'dead clicks',
  errorClicks: 'error clicks',
  scriptErrors: 'script errors',
  quickbackClicks: 'quick backs',
  excessiveScrolls: 'excessive scrolling',
};

const heads: Record<Signal, string> = {
  rageClicks: 'Rage',
  deadClicks: 'Dead',
  errorClicks: 'Error',
  scriptErrors: 'Script',
  quickbackClicks: 'Back',
  excessiveScrolls: 'Scroll',
};

const meanings: Record<Signal, string> = {
  rageClicks: 'many quick clicks in one place',
  deadClicks: 'clicks that nothing responded to',
  errorClicks: 'clicks followed by a script error',
  scriptErrors: 'JavaScript errors on the page',
  quickbackClicks: 'visitors who opened a page and soon went back',
  excessiveScrolls: 'scrolling up and down more than reading takes',
};

/** Short enough to stand above a column of numbers: "Rage". */
export function signalHead(signal: Signal): string {
  return heads[signal];
}

/** What a signal counts, for someone who never heard of it. */
export function signalMeaning(signal: Signal): string {
  return meanings[signal];
}
