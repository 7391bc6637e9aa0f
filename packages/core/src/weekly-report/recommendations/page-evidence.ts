import type { Signal } from '../../segments/signals.ts';
import { signals as allSignals } from '../../segments/signals.ts';
import { counted, integer, points, rate } from '../../display/numbers.ts';
import { frustratingSignal } from '../pages/clear-frustration.ts';
import { daysInWords } from '../../display/dates.ts';
import { capitalised, listed } from '../../display/lists.ts';
import { signalNames } from '../../display/signal-names.ts';
import { label } from '../../display/page-names.ts';
import type { DeviceContrast, RateChange, ReportedPage } from '../report-model.ts';
import { isStandingOut } from './is-standing-out.ts';
import type { PageTrouble } from './page-trouble.ts';
import type { ReportParts } from './rule.ts';

/** What the report knows of a page's trouble, in sentences; each number is one of the report's. */
export function pageEvidence(parts: ReportParts, trouble: PageTrouble): string[] {
  const { page, signals, contrast, device } = trouble;
  const [first, ...others] = signals;
  const sentencesOf = (signal: Signal) => [
    shareSentence(parts, page, signal),
    changeSentence(signal, page.signals[signal].change),
  ];
  return [
    ...sentencesOf(first),
    sinceSentence(trouble),
    contrast === null || device === null ? null : contrastSentence(contrast, device),
    ...others.flatMap(sentencesOf),
    weeksSentence(trouble),
    ...browserSentences(parts, trouble),
    companionSentence(parts, trouble),
    fixOfPageSentence(parts, page),
  ].filter((sentence) => sentence !== null);
}

function shareSentence(parts: ReportParts, page: ReportedPage, signal: Signal): string | null {
  const { affected, rate: share } = page.signals[signal];
  if (affected === null || share === null) return null;
  const siteRate = parts.pages.siteRates[signal];
  // Where a signal is not known of every session, the rate is over fewer.
  const isOfAll = rate(affected / page.sessions) === rate(share);
  const count = isOfAll
    ? `${integer(affected)} of ${integer(page.sessions)}`
    : counted(affected, 'session');
  return `${capitalised(signalNames[signal])} in ${rate(share)} of its sessions (${count})${siteRate === null ? '' : `; all pages ${rate(siteRate)}`}.`;
}

function changeSentence(signal: Signal, change: RateChange | null): string | null {
  if (change === null || change.verdict === 'no-clear-change') return null;
  const { before, after, low, high } = change;
  const isWorse = change.verdict === 'worse';
  const [least, most] = isWorse ? [low, high] : [high, low];
  return (
    `${capitalised(signalNames[signal])} went ${isWorse ? 'up' : 'down'} from ${rate(before.rate)} (${integer(before.affected)} of ${integer(before.sessions)}) ` +
    `to ${rate(after.rate)} (${integer(after.affected)} of ${integer(after.sessions)}) against the week before: ${points(least)} to ${points(most)} points ${isWorse ? 'more' : 'less'}.`
  );
}

function contrastSentence(contrast: DeviceContrast, device: string): string {
  return `${device} carries it: ${rate(contrast.rate)} of its sessions have ${signalNames[contrast.signal]} (${integer(contrast.affected)} of ${integer(contrast.sessions)}), ${rate(contrast.otherRate)} on all other devices.`;
}

/** When and on which device it got worse, with the numbers that the headline is made of. */
function sinceSentence({ page, signals, since }: PageTrouble): string | null {
  const { mainSignal, worsening } = page;
  if (mainSignal === null || !signals.includes(mainSignal)) return null;
  const when = since === null ? null : `since ${daysInWords([since])}`;
  if (worsening === null) return when === null ? null : `Worse ${when}.`;
  const where = worsening.device === null ? null : `on ${label(worsening.device)}`;
  const told = [when, where].filter((part) => part !== null).join(' ');
  if (told === '') return null;
  const { before, after } = worsening.change;
  const then = since === null ? 'the week before' : 'before';
  return (
    `${capitalised(told)}: ${signalNames[mainSignal]} in ${rate(after.rate)} of its sessions (${integer(after.affected)} of ${integer(after.sessions)}), ` +
    `${then} in ${rate(before.rate)} (${integer(before.affected)} of ${integer(before.sessions)}).`
  );
}

function weeksSentence({ page, signals }: PageTrouble): string | null {
  const signal = frustratingSignal(page);
  if (page.weeks < 2 || signal === null || !signals.includes(signal)) return null;
  return `The page has stood out by ${signalNames[signal]} for ${integer(page.weeks)} weeks in a row.`;
}

/** Browsers of the whole site that a signal of this page sticks to, also one that it is not mainly about. */
function browserSentences({ browsers }: ReportParts, { page, signals }: PageTrouble): string[] {
  return (browsers?.contrasts ?? [])
    .filter(({ signal }) => signals.includes(signal) || isStandingOut(page.signals[signal]))
    .map(
      ({ browser, signal, rate: share, affected, sessions, otherRate }) =>
        `On the whole site ${signalNames[signal]} stick to ${label(browser)}: ${rate(share)} of its sessions (${integer(affected)} of ${integer(sessions)}), ${rate(otherRate)} in all other browsers.`,
    );
}

/** Other signals that stand out, which often have the same cause. */
function companionSentence(parts: ReportParts, { page, signals }: PageTrouble): string | null {
  const others = allSignals.filter(
    (signal) => !signals.includes(signal) && isStandingOut(page.signals[signal]),
  );
  if (others.length === 0) return null;
  const words = others.map((signal) => {
    const siteRate = parts.pages.siteRates[signal];
    const site = siteRate === null ? '' : ` (all pages ${rate(siteRate)})`;
    return `${signalNames[signal]} ${rate(page.signals[signal].rate)}${site}`;
  });
  return `The page also stands out by ${listed(words)}.`;
}

/** What is known of the last fix that is not told in full. */
function fixOfPageSentence({ fixes }: ReportParts, { page }: ReportedPage): string | null {
  const [fix] = fixes
    .filter((one) => one.page === page && (one.verdict === 'too-early' || one.verdict === 'worked'))
    .toSorted((a, b) => (a.day < b.day ? 1 : -1));
  if (fix === undefined) return null;
  const day = daysInWords([fix.day]);
  return fix.verdict === 'worked'
    ? `The fix of ${day} worked; this is what the page still has.`
    : `A fix was announced for ${day}; it is too early to judge it.`;
}
