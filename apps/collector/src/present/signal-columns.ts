import type { Signal } from '@clarity-keep/core';
import { signals } from '@clarity-keep/core';
import type { Column } from './answer-table.ts';

/** A signal in a table's head. */
const heads: Record<Signal, string> = {
  rageClicks: 'rage',
  deadClicks: 'dead',
  errorClicks: 'error',
  scriptErrors: 'script',
  quickbackClicks: 'back',
  excessiveScrolls: 'scroll',
};

/** A signal in words. */
export const signalNames: Record<Signal, string> = {
  rageClicks: 'Rage clicks',
  deadClicks: 'Dead clicks',
  errorClicks: 'Error clicks',
  scriptErrors: 'Script errors',
  quickbackClicks: 'Quick-backs',
  excessiveScrolls: 'Excessive scrolls',
};

export interface SignalFigures {
  events: number | null;
  affected: number | null;
  rate: number | null;
}

/** One column per signal. */
export function signalColumns<Row extends { signals: Record<Signal, SignalFigures> }>(
  figure: (figures: SignalFigures) => string,
): Column<Row>[] {
  return signals.map((signal) => ({
    head: heads[signal],
    align: 'right',
    cell: (row) => figure(row.signals[signal]),
  }));
}
