import { counted } from '../numbers.ts';
import { capitalised } from '../lists.ts';
import type { Signal } from '../../segments/signals.ts';

/** Signals as people call them, in a sentence. */
export const signalNames: Record<Signal, string> = {
  rageClicks: 'rage clicks',
  deadClicks: 'dead clicks',
  errorClicks: 'error clicks',
  scriptErrors: 'script errors',
  quickbackClicks: 'quick backs',
  excessiveScrolls: 'excessive scrolling',
};

/** "Rage clicks", at the start of a sentence or a row. */
export function signalTitle(signal: Signal): string {
  return capitalised(signalNames[signal]);
}

/** How much of a signal there was: "12 sessions, 34 events"; events are not always known. */
export function signalCount({
  affected,
  events,
}: {
  affected: number | null;
  events: number | null;
}): string {
  const sessions = counted(affected, 'session');
  return events === null ? sessions : `${sessions}, ${counted(events, 'event')}`;
}

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
