import { daysInWords } from '../../display/dates.ts';
import { onDevice, sessionsOn } from '../../display/names/device-names.ts';
import { listed } from '../../display/lists.ts';
import { counted, integer, points, rate } from '../../display/numbers.ts';
import { label } from '../../display/names/page-names.ts';
import { signalNames, signalTitle } from '../../display/names/signal-names.ts';
import type { Signal } from '../../segments/signals.ts';
import { signals as allSignals } from '../../segments/signals.ts';
import { frustratingSignal } from '../pages/clear-frustration.ts';
import type { DeviceContrast, RateChange, ReportedPage } from '../report-model.ts';
import { isStandingOut } from './is-standing-out.ts';
import type { PageTrouble } from './page-trouble.ts';
import type { ReportParts } from './rule.ts';

/** At this many times the rate of other devices, a problem is called a problem of the device. */
const PROBLEM_OF_DEVICE = 3;

/** What the report knows about a page's trouble, in sentences. Each number is one of the report's. */
export function pageEvidence(parts: ReportParts, trouble: PageTrouble): string[] {
  const { page, signals, contrast } = trouble;
  const [first, ...others] = signals;
  const sentencesOf = (signal: Signal) => [
    shareSentence(parts, page, signal),
    changeSentence(signal, page.signals[signal].change),
  ];
  return [
    ...sentencesOf(first),
    sinceSentence(trouble),
    contrast === null ? null : contrastSentence(contrast),
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
  // Where a signal is not known for every session, the rate is over fewer.
  const isOfAll = rate(affected / page.sessions) === rate(share);
  const count = isOfAll
    ? `${integer(affected)} of ${integer(page.sessions)}`
    : counted(affected, 'session');
  const site = siteRate === null ? '' : `, compared with ${rate(siteRate)} across all pages`;
  return `${rate(share)} of sessions have ${signalNames[signal]} (${count})${site}.`;
}

function changeSentence(signal: Signal, change: RateChange | null): string | null {
  if (change === null || change.verdict === 'no-clear-change') return null;
  const { before, after, low, high } = change;
  const isWorse = change.verdict === 'worse';
  const [least, most] = isWorse ? [low, high] : [high, low];
  return (
    `${signalTitle(signal)} ${isWorse ? 'rose' : 'fell'} from ${rate(before.rate)} (${integer(before.affected)} of ${integer(before.sessions)}) the week before ` +
    `to ${rate(after.rate)} (${integer(after.affected)} of ${integer(after.sessions)}): ${points(least)} to ${points(most)} points ${isWorse ? 'more' : 'less'}.`
  );
}

function contrastSentence({
  device,
  signal,
  rate: here,
  affected,
  sessions,
  otherRate,
}: DeviceContrast): string {
  const kind = /^(\w+) sessions$/.exec(sessionsOn(device))?.[1];
  const isOfDevice = kind !== undefined && here >= PROBLEM_OF_DEVICE * otherRate;
  const lead = isOfDevice ? `It's a ${kind} problem` : `It's worse ${onDevice(device)}`;
  return `${lead}: ${rate(here)} of ${sessionsOn(device)} have ${signalNames[signal]} (${integer(affected)} of ${integer(sessions)}), ${rate(otherRate)} elsewhere.`;
}

/** When and on which device it got worse, with the headline's numbers. */
function sinceSentence({ page, signals, since }: PageTrouble): string | null {
  const { mainSignal, worsening } = page;
  if (mainSignal === null || !signals.includes(mainSignal)) return null;
  const day = since === null ? null : daysInWords([since]);
  if (worsening === null) return day === null ? null : `Worse since ${day}.`;
  const { device } = worsening;
  if (day === null && device === null) return null;
  const { before, after } = worsening.change;
  const now = `${rate(after.rate)} of ${sessionsOn(device)} have ${signalNames[mainSignal]} (${integer(after.affected)} of ${integer(after.sessions)})`;
  const then = `${rate(before.rate)} did (${integer(before.affected)} of ${integer(before.sessions)})`;
  return day === null
    ? `${now}; the week before, ${then}.`
    : `Since ${day}, ${now}; before, ${then}.`;
}

function weeksSentence({ page, signals }: PageTrouble): string | null {
  const signal = frustratingSignal(page);
  if (page.weeks < 2 || signal === null || !signals.includes(signal)) return null;
  return `The page has stood out for ${signalNames[signal]} ${integer(page.weeks)} weeks in a row.`;
}

/** Browsers that a signal of this page sticks to on the whole site, even if it is not the main one. */
function browserSentences({ browsers }: ReportParts, { page, signals }: PageTrouble): string[] {
  return (browsers?.contrasts ?? [])
    .filter(({ signal }) => signals.includes(signal) || isStandingOut(page.signals[signal]))
    .map(
      ({ browser, signal, rate: share, affected, sessions, otherRate }) =>
        `Across the whole site, ${rate(share)} of sessions in ${label(browser)} have ${signalNames[signal]} (${integer(affected)} of ${integer(sessions)}), ${rate(otherRate)} in other browsers.`,
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
    const site = siteRate === null ? '' : `, all pages ${rate(siteRate)}`;
    return `${signalNames[signal]} (${rate(page.signals[signal].rate)} of sessions${site})`;
  });
  return `The page also stands out for ${listed(words)}.`;
}

/** What is known of the page's last fix, unless another sentence says it in full. */
function fixOfPageSentence({ fixes }: ReportParts, { page }: ReportedPage): string | null {
  const [fix] = fixes
    .filter((one) => one.page === page && (one.verdict === 'too-early' || one.verdict === 'worked'))
    .toSorted((a, b) => (a.day < b.day ? 1 : -1));
  if (fix === undefined) return null;
  const day = daysInWords([fix.day]);
  return fix.verdict === 'worked'
    ? `The fix of ${day} worked; this is what's left.`
    : `A fix was recorded for ${day}; it's too early to judge.`;
}
