import type { Signal, WindowSums } from '@clarity-keep/core';
import { forEachSignal, rateOf } from '@clarity-keep/core';
import * as z from 'zod';

const countSchema = z.number().nullable();

const signalCountSchema = z.object({
  events: countSchema,
  affected: countSchema.describe('Sessions with at least one event.'),
  rate: countSchema.describe('Affected sessions per session, 0..1.'),
});

type SignalCounts = Record<Signal, z.output<typeof signalCountSchema>>;

/** Per signal; what cannot be known is null. */
export const signalCountsSchema = z.object(forEachSignal(() => signalCountSchema));

/** Per signal, affected per session alone. */
export const signalRatesSchema = z.object(forEachSignal(() => countSchema));

export function signalCounts(sums: WindowSums): SignalCounts {
  return forEachSignal((signal) => {
    const { events, affected } = sums.signals[signal];
    return { events, affected, rate: rateOf(sums.signals[signal]) };
  });
}

/** The counts of an unknown day. */
export function unknownSignalCounts(): SignalCounts {
  return forEachSignal(() => ({ events: null, affected: null, rate: null }));
}

/** The counts of a day that is known to have had no session. */
export function noSignalCounts(): SignalCounts {
  return forEachSignal(() => ({ events: 0, affected: 0, rate: null }));
}
