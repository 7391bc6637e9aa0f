import type { Day, ReportedPage, Signal, WeeklyReport } from '@clarity-keep/core';
import {
  counted,
  frustratingSignal,
  impactText,
  integer,
  onDevice,
  percent,
  rate,
  rateBounds,
  seconds,
  sessionsOn,
  signalCount,
  signalNames,
  signals,
  signalTitle,
  weekdayName,
} from '@clarity-keep/core';
import { barWidth } from './bar-width.ts';
import { bounded, labelText, linkText } from './bounded-text.ts';
import { isMixed, pageChange, verdictInWords } from './changes.ts';

/** Signals that are shown with all their numbers: of the first pages three, of the others the strongest. */
const DETAILED = { first: 3, other: 1 };
const FIRST_PAGES = 3;

/** One page: what it does to its visitors, since when and on which device, and how that changed. */
export function pageView(
  page: ReportedPage,
  {
    strongest,
    siteRates,
    comparedDays,
  }: { strongest: number } & Pick<WeeklyReport['pages'], 'siteRates' | 'comparedDays'>,
) {
  const detailed = signals
    .filter((signal) => page.signals[signal].impact > 0 || signal === changedSignal(page))
    .toSorted(
      (a, b) =>
        Number(b === changedSignal(page)) - Number(a === changedSignal(page)) ||
        page.signals[b].impact - page.signals[a].impact,
    )
    .slice(0, page.rank <= FIRST_PAGES ? DETAILED.first : DETAILED.other);
  return {
    rank: String(page.rank),
    label: labelText(page.label),
    verdict: verdictOf(page),
    impact: impactText(page.impact),
    bar: barWidth(page.impact, strongest),
    sessions: sessionsOf(page, comparedDays),
    facts: factsOf(page, comparedDays),
    signals: detailed.map((signal) => {
      const { rate: share, interval } = page.signals[signal];
      return {
        name: signalTitle(signal),
        rate: rate(share),
        interval: interval === null ? null : rateBounds(interval),
        site: `all pages ${rate(siteRates[signal])}`,
        detail: signalCount(page.signals[signal]),
        change: pageChange(page.signals[signal].change),
      };
    }),
    remarks: [
      othersSentence(page, detailed),
      contrastSentence(page),
      durationSentence(page),
    ].filter((sentence) => sentence !== null),
    links: { recordings: linkText(page.links.recordings), heatmap: linkText(page.links.heatmap) },
  };
}

function verdictOf(page: ReportedPage): ReturnType<typeof verdictInWords> {
  const { text, tone } = verdictInWords(page.verdict);
  return { text: isMixed(page) ? `${text} on balance` : text, tone };
}

/** The signal behind a verdict is shown, whether it has impact or not. */
function changedSignal({ verdict, mainSignal }: ReportedPage): Signal | null {
  return verdict === 'worse' || verdict === 'better' ? mainSignal : null;
}

/** The sessions are of the week, those before of the days that changes are over: fewer in a week with gaps. */
function sessionsOf(
  { sessions, sessionsBefore }: ReportedPage,
  comparedDays: readonly Day[],
): string {
  const now = counted(sessions, 'session');
  if (sessionsBefore === null) return now;
  const days = comparedDays.length < 7 ? `, on ${comparedDays.length} comparable days` : '';
  return `${now} (${integer(sessionsBefore)} the week before${days})`;
}

function factsOf(page: ReportedPage, comparedDays: readonly Day[]): string {
  const facts = [
    sessionsOf(page, comparedDays),
    page.scrollDepth === null ? null : `scrolled ${percent(page.scrollDepth)}`,
    page.activeSeconds === null ? null : `${seconds(page.activeSeconds)} active`,
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function contrastSentence({ contrast }: ReportedPage): string | null {
  if (contrast === null) return null;
  const { device, signal, affected, sessions } = contrast;
  const share = `${rate(contrast.rate)} of ${bounded(sessionsOn(device), 80)}`;
  return `Mostly ${bounded(onDevice(device), 60)}: ${signalNames[signal]} in ${share} (${integer(affected)} of ${integer(sessions)}), ${rate(contrast.otherRate)} elsewhere.`;
}

function durationSentence(page: ReportedPage): string | null {
  const { weeks } = page;
  const signal = frustratingSignal(page);
  const parts = [
    worseningSentence(page),
    weeks < 2 || signal === null ? null : `${signalTitle(signal)} for ${weeks} weeks in a row.`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** Since when and on which device a page is worse, with the numbers that the headline is made of. */
function worseningSentence({ since, worsening, mainSignal }: ReportedPage): string | null {
  const when = since === null ? '' : ` since ${weekdayName(since)}`;
  if (worsening === null || mainSignal === null) return when === '' ? null : `Worse${when}.`;
  const where = worsening.device === null ? '' : ` ${bounded(onDevice(worsening.device), 60)}`;
  if (`${when}${where}` === '') return null;
  const { before, after } = worsening.change;
  const then = since === null ? 'the week before' : 'before';
  return `Worse${when}${where}: ${signalNames[mainSignal]} in ${rate(after.rate)} of sessions (${integer(after.affected)} of ${integer(after.sessions)}), up from ${rate(before.rate)} ${then} (${integer(before.affected)} of ${integer(before.sessions)}).`;
}

/** Other signals with impact, for which there is no room. */
function othersSentence(page: ReportedPage, detailed: readonly Signal[]): string | null {
  const rest = signals.filter(
    (signal) => !detailed.includes(signal) && page.signals[signal].impact > 0,
  );
  if (rest.length === 0) return null;
  const named = rest.map((signal) => `${signalNames[signal]} ${rate(page.signals[signal].rate)}`);
  return `Also above average: ${named.join(', ')}.`;
}
