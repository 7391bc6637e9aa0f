import type { SignalWeights } from '../frustration/impact.ts';
import type { SignalSums } from '../frustration/signal-sums.ts';
import { signals } from '../frustration/signals.ts';
import { candidatesOf, contrastsOf } from './contrast.ts';
import { label } from './page-label.ts';
import type { BrowserContrast } from './report-model.ts';

const TOP = 3;

/** Browsers that a signal sticks to on the whole site, those with most sessions that prove it first. */
export function topBrowsers(
  browsers: readonly { browser: string; sums: SignalSums }[],
  weights: SignalWeights,
): BrowserContrast[] {
  const groups = browsers.map(({ browser, sums }) => ({ name: browser, sums }));
  const counted = signals.filter((signal) => weights[signal] > 0);
  return contrastsOf(candidatesOf(groups, counted))
    .map(({ name, ...contrast }) => ({
      browser: label(name === '' ? '(unknown)' : name),
      ...contrast,
    }))
    .toSorted((a, b) => strength(b) - strength(a))
    .slice(0, TOP);

  function strength({ signal, sessions, low }: BrowserContrast): number {
    return weights[signal] * sessions * low;
  }
}
