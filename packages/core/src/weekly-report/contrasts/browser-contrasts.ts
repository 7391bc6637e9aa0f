import { zOfComparisons } from '../../statistics/confidence.ts';
import { differenceInterval } from '../../statistics/newcombe.ts';
import type { Signal } from '../../segments/signals.ts';
import { signals } from '../../segments/signals.ts';
import type { Contrast } from './contrast.ts';
import { candidatesOf, contrastsOf, isClearlyMore } from './contrast.ts';
import { label } from '../../display/names/page-names.ts';
import { nameText } from '../../display/safe-text/display-text.ts';
import type { WeekFacts } from '../report-input.ts';
import type { BrowserContrast } from '../report-model.ts';

const TOP = 3;

type BrowserFacts = Pick<WeekFacts, 'browsers' | 'weights'>;

/** Browsers that a signal sticks to across the site, those with the most proven sessions first. */
export function topBrowsers(facts: BrowserFacts): BrowserContrast[] {
  return browserContrasts(facts)
    .map(({ name, ...contrast }) => ({
      browser: label(nameText(name)),
      ...contrast,
    }))
    .toSorted((a, b) => strength(b) - strength(a))
    .slice(0, TOP);

  function strength({ signal, sessions, low }: BrowserContrast): number {
    return facts.weights[signal] * sessions * low;
  }
}

/**
 * Whether a signal sticks to one browser more closely than to a device. A browser that breaks makes its device
 * look broken too; the browser is then the one to name.
 */
export function isOfOneBrowser(
  { signal, device }: { signal: Signal; device: string },
  facts: BrowserFacts & Pick<WeekFacts, 'devices'>,
): boolean {
  const onDevice = facts.devices.find((other) => other.device === device)?.sums.signals[signal];
  if (onDevice === undefined || onDevice.affected === null) return false;
  const all = { affected: onDevice.affected, sessions: onDevice.knownSessions };
  const found = browserContrasts(facts).filter((contrast) => contrast.signal === signal);
  const z = zOfComparisons(Math.max(1, found.length));
  return found.some((browser) => isClearlyMore(browser, all, differenceInterval(all, browser, z)));
}

function browserContrasts({ browsers, weights }: BrowserFacts): (Contrast & { name: string })[] {
  const groups = browsers.map(({ browser, sums }) => ({ name: browser, sums }));
  const counted = signals.filter((signal) => weights[signal] > 0);
  return contrastsOf(candidatesOf(groups, counted));
}
