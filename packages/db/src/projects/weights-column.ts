import type { SignalWeights } from '@clarity-keep/core';
import { defaultSignalWeights, signals } from '@clarity-keep/core';

/** Weights as stored: null for the defaults, so that a project without its own weights follows them. */
export function weightsColumn(weights: SignalWeights): string | null {
  const own = signals.filter((signal) => weights[signal] !== defaultSignalWeights[signal]);
  if (own.length === 0) return null;
  return JSON.stringify(Object.fromEntries(signals.map((signal) => [signal, weights[signal]])));
}
