import { shortenMiddle } from '../../display/safe-text/display-text.ts';
import { points, rate, times } from '../../display/numbers.ts';
import type { Signal } from '../../segments/signals.ts';
import { weekdayName } from '../../display/dates.ts';
import { onDevice, sessionsOn } from '../../display/names/device-names.ts';
import type { BetterPage, ReportedPage } from '../report-model.ts';
import { signalNames } from '../../display/names/signal-names.ts';
import type { Worsening } from '../pages/worsening.ts';

/** What a list of mails shows of a subject line. */
const MAX_LENGTH = 90;
const MIN_LABEL = 20;

/** A multiple of fewer affected sessions than this would mean nothing. */
const MIN_FOR_RATIO = 5;
const MIN_RATIO = 1.2;

/**
 * "/checkout: 3.1x more rage clicks on mobile than last week", or since a day of this week.
 *
 * @param browser the one that the signal sticks to across the site; null when there is none.
 */
export function worseSentence(
  label: string,
  { signal, change, device, since }: Worsening,
  browser: string | null = null,
): string {
  const { before, after } = change;
  const name = signalNames[signal];
  const sticky = browser === null ? '' : `; site-wide worst in ${browser}`;
  const sinceDay = since === null ? '' : ` since ${weekdayName(since)}`;
  if (before.affected < MIN_FOR_RATIO) {
    const now = `${name} in ${rate(after.rate)} of ${sessionsOn(device)}${sinceDay}`;
    const then = before.affected === 0 ? 'none' : rate(before.rate);
    return withLabel(
      label,
      `: ${now}, ${then} ${since === null ? 'last week' : 'before'}${sticky}`,
    );
  }
  const ratio = after.rate / before.rate;
  if (ratio < MIN_RATIO) {
    const rise = points(after.rate - before.rate);
    return withLabel(
      label,
      `: ${name} up ${rise} points to ${rate(after.rate)} of ${sessionsOn(device)}${sinceDay}${sticky}`,
    );
  }
  const where = device === null ? '' : ` ${onDevice(device)}`;
  return withLabel(
    label,
    `: ${times(ratio)} more ${name}${where}${since === null ? ' than last week' : sinceDay}${sticky}`,
  );
}

/** "/pricing still frustrates visitors most: dead clicks in 15.1% of sessions (all pages 2.1%), 3 weeks in a row" */
export function ongoingSentence(
  { rank, label, weeks, signals }: ReportedPage,
  signal: Signal,
  siteRate: number | null,
): string {
  const inARow = weeks > 1 ? `, ${weeks} weeks in a row` : '';
  const site = siteRate === null ? '' : ` (all pages ${rate(siteRate)})`;
  const claim = `${weeks > 1 ? ' still' : ''} ${rank === 1 ? 'frustrates visitors most' : 'stands out'}`;
  return withLabel(
    label,
    `${claim}: ${signalNames[signal]} in ${rate(signals[signal].rate)} of sessions${site}${inARow}`,
  );
}

/** "/cart got better: error clicks down from 18.2% to 1.3% of sessions" */
export function betterSentence({ label, signal, change }: BetterPage): string {
  const [before, after] = [rate(change.before.rate), rate(change.after.rate)];
  return withLabel(
    label,
    ` got better: ${signalNames[signal]} down from ${before} to ${after} of sessions`,
  );
}

function withLabel(label: string, rest: string): string {
  return `${shortenMiddle(label, Math.max(MIN_LABEL, MAX_LENGTH - rest.length))}${rest}`;
}
