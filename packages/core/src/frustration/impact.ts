import * as z from 'zod';
import type { SignalShares } from '../facts/signal-share.ts';
import type { Signal } from '../segments/signals.ts';
import { forEachSignal } from '../segments/signals.ts';
import { wilsonLowerBound } from '../statistics/wilson.ts';

export type SignalWeights = Record<Signal, number>;

/** How much one affected session of each signal counts. */
export const defaultSignalWeights: SignalWeights = {
  rageClicks: 3,
  deadClicks: 2,
  errorClicks: 3,
  scriptErrors: 2,
  quickbackClicks: 2,
  excessiveScrolls: 1,
};

const weight = (signal: Signal, affected: string) =>
  z
    .number({ error: 'must be a number from 0 to 100' })
    .min(0, { error: 'must be a number from 0 to 100' })
    .max(100, { error: 'must be a number from 0 to 100' })
    .default(defaultSignalWeights[signal])
    .meta({
      description: `How much a session with ${affected} counts; 0 to ignore it.`,
      examples: [defaultSignalWeights[signal]],
    });

/** Weights as configured; a missing one has its default. */
export const signalWeightsSchema = z.strictObject({
  rageClicks: weight('rageClicks', 'rage clicks'),
  deadClicks: weight('deadClicks', 'dead clicks'),
  errorClicks: weight('errorClicks', 'error clicks'),
  scriptErrors: weight('scriptErrors', 'script errors'),
  quickbackClicks: weight('quickbackClicks', 'quick backs'),
  excessiveScrolls: weight('excessiveScrolls', 'excessive scrolling'),
});

/**
 * Affected sessions of a page beyond what the site's own rate would give, counted only as far as the data prove
 * them: `weight * sessions * max(0, wilsonLower(affected, sessions) - siteRate)`, per signal.
 */
export function impactParts(
  page: SignalShares,
  siteRates: Record<Signal, number | null>,
  weights: SignalWeights,
): Record<Signal, number> {
  return forEachSignal((signal) => {
    const { affected, knownSessions } = page[signal];
    const excess =
      affected === null ? 0 : wilsonLowerBound(affected, knownSessions) - (siteRates[signal] ?? 0);
    return weights[signal] * knownSessions * Math.max(0, excess);
  });
}
