import type { Day, ReportedPage, Signal, WeeklyReport } from '@clarity-keep/core';
import { frustratingSignal, signalNames, signals } from '@clarity-keep/core';
import { bounded, labelText, linkText } from './bounded-text.ts';
import { isMixed, pageChange, verdictInWords } from './changes.ts';
import {
  barWidth,
  capitalised,
  counted,
  depth,
  integer,
  rate,
  rateBounds,
  seconds,
} from './numbers.ts';

/** Signals that are shown with all their numbers: of the first pages three, of the others the strongest. */
const DETAILED = { first: 3, other: 1 };
const FIRST_PAGES = 3;

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

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
        name: capitalised(signalNames[signal]),
        rate: rate(share),
        interval: interval === null ? null : rateBounds(interval),
        site: `all pages ${rate(siteRates[signal])}`,
        detail: detailOf(page, signal),
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

/** The signal that a verdict is of is shown, whether it has impact or not. */
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
  const days = comparedDays.length < 7 ? ` on the ${comparedDays.length} days compared` : '';
  return `${now} (before ${integer(sessionsBefore)}${days})`;
}

function factsOf(page: ReportedPage, comparedDays: readonly Day[]): string {
  const facts = [
    sessionsOf(page, comparedDays),
    page.scrollDepth === null ? null : `scrolled ${depth(page.scrollDepth)}`,
    page.activeSeconds === null ? null : `${seconds(page.activeSeconds)} active`,
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

/** Small ones with a decimal, so that none is nothing. */
export function impactText(impact: number): string {
  return impact < 10 ? impact.toFixed(1) : integer(impact);
}

function detailOf({ signals: shares }: ReportedPage, signal: Signal): string {
  const { affected, events } = shares[signal];
  return events === null
    ? counted(affected, 'session')
    : `${counted(affected, 'session')}, ${counted(events, 'event')}`;
}

function contrastSentence({ contrast }: ReportedPage): string | null {
  if (contrast === null) return null;
  const { device, signal, affected, sessions } = contrast;
  return `${bounded(device, 60)} carries it: ${signalNames[signal]} in ${integer(affected)} of ${counted(sessions, 'session')} (${rate(contrast.rate)}), ${rate(contrast.otherRate)} elsewhere.`;
}

function durationSentence(page: ReportedPage): string | null {
  const { weeks } = page;
  const signal = frustratingSignal(page);
  const parts = [
    worseningSentence(page),
    weeks < 2 || signal === null ? null : `Week ${weeks} in a row with ${signalNames[signal]}.`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** Since when and on which device a page is worse, with the numbers that the headline is made of. */
function worseningSentence({ since, worsening, mainSignal }: ReportedPage): string | null {
  const when = since === null ? '' : ` since ${dayName(since)}`;
  if (worsening === null || mainSignal === null) return when === '' ? null : `Worse${when}.`;
  const where = worsening.device === null ? '' : ` on ${bounded(worsening.device, 60)}`;
  if (`${when}${where}` === '') return null;
  const { before, after } = worsening.change;
  const then = since === null ? 'the week before' : 'before';
  return `Worse${when}${where}: ${signalNames[mainSignal]} in ${integer(after.affected)} of ${counted(after.sessions, 'session')} (${rate(after.rate)}), ${then} in ${integer(before.affected)} of ${integer(before.sessions)} (${rate(before.rate)}).`;
}

function dayName(day: Day): string {
  return weekday.format(new Date(`${day}T00:00:00Z`));
}

/** Signals that have impact as well and found no room. */
function othersSentence(page: ReportedPage, detailed: readonly Signal[]): string | null {
  const rest = signals.filter(
    (signal) => !detailed.includes(signal) && page.signals[signal].impact > 0,
  );
  if (rest.length === 0) return null;
  const named = rest.map((signal) => `${signalNames[signal]} ${rate(page.signals[signal].rate)}`);
  return `Also above all pages: ${named.join(', ')}.`;
}
