import type { Column } from '@clarity-keep/command-line/table';
import type { Signal } from '@clarity-keep/core';
import { forEachSignal, signalHead, signalRatesMeaning, signals } from '@clarity-keep/core';
import { countText, rateText } from '../../../terminal/numbers.ts';

export type SignalCounts = Record<
  Signal,
  { events: number | null; affected: number | null; rate: number | null }
>;

/** One column per signal: affected sessions per session, or events. */
export function signalColumns<Row extends { signals: SignalCounts }>(
  measure: 'rate' | 'events',
): Column<Row>[] {
  const columns = forEachSignal((signal): Column<Row> => ({
    head: signalHead(signal).toLowerCase(),
    kind: 'right',
    isOptional: signal !== 'rageClicks' && signal !== 'deadClicks',
    cell: ({ signals: counts }) =>
      measure === 'rate' ? rateText(counts[signal].rate) : countText(counts[signal].events),
  }));
  return signals.map((signal) => columns[signal]);
}

/** What the columns of signals say. */
export function signalLegend(measure: 'rate' | 'events'): string {
  return measure === 'rate' ? signalRatesMeaning : 'Signals: number of events.';
}
