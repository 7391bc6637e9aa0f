import type { ReportedPage, Signal, WeeklyReport } from '@clarity-keep/core';
import { defaultSignalWeights, displayText, signalNames, signals } from '@clarity-keep/core';
import { counted, depth, rate, seconds } from './numbers.ts';
import { capitalised } from './totals-view.ts';

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** The pages that frustrate most, with what makes them do so. */
export function pagesView(pages: WeeklyReport['pages']) {
  const strongest = Math.max(...pages.top.map(({ impact }) => impact), 0);
  return {
    intro: `Impact is the number of affected sessions beyond what the rate of all pages would give, counted only as far as the data prove it. Weights: ${weightsInWords()}.`,
    rows: pages.top.map((page) => pageView(page, { strongest, siteRates: pages.siteRates })),
    empty: pages.top.length === 0 ? 'No page had enough sessions to be judged.' : null,
    note: setApartNote(pages),
  };
}

function weightsInWords(): string {
  return signals
    .toSorted((a, b) => defaultSignalWeights[b] - defaultSignalWeights[a])
    .map((signal) => `${signalNames[signal]} ${defaultSignalWeights[signal]}`)
    .join(', ');
}

function pageView(
  page: ReportedPage,
  { strongest, siteRates }: { strongest: number; siteRates: WeeklyReport['pages']['siteRates'] },
) {
  const proven = signals
    .filter((signal) => page.signals[signal].impact > 0)
    .toSorted((a, b) => page.signals[b].impact - page.signals[a].impact);
  const others = signals.filter(
    (signal) => !proven.includes(signal) && page.signals[signal].rate !== null,
  );
  return {
    rank: String(page.rank),
    label: displayText(page.label),
    impact: page.impact.toFixed(1),
    isProven: page.impact > 0,
    /** Percent of the strongest page's impact. */
    bar: strongest === 0 ? 0 : Math.round((page.impact / strongest) * 100),
    facts: factsOf(page),
    signals: proven.map((signal) => ({
      name: capitalised(signalNames[signal]),
      rate: rate(page.signals[signal].rate),
      site: `all pages ${rate(siteRates[signal])}`,
      detail: detail(page, signal),
      impact: page.signals[signal].impact.toFixed(1),
    })),
    others: othersInWords(page, others),
    links: page.links,
  };
}

function factsOf(page: ReportedPage): string {
  const facts = [
    counted(page.sessions, 'session'),
    page.scrollDepth === null ? null : `scrolled ${depth(page.scrollDepth)}`,
    page.activeSeconds === null ? null : `${seconds(page.activeSeconds)} active`,
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function detail({ signals: shares }: ReportedPage, signal: Signal): string {
  const { affected, events } = shares[signal];
  return events === null
    ? counted(affected, 'session')
    : `${counted(affected, 'session')}, ${counted(events, 'event')}`;
}

/** The signals that prove nothing: those that occurred with their rates, then those that did not. */
function othersInWords(page: ReportedPage, others: readonly Signal[]): string | null {
  const occurred = others.filter((signal) => page.signals[signal].affected !== 0);
  const absent = others.filter((signal) => page.signals[signal].affected === 0);
  const rates = occurred.map(
    (signal) => `${signalNames[signal]} ${rate(page.signals[signal].rate)}`,
  );
  const sentences = [
    rates.length === 0 ? null : `Not provably above all pages: ${rates.join(', ')}.`,
    absent.length === 0 ? null : `No ${list.format(absent.map((signal) => signalNames[signal]))}.`,
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(' ');
}

function setApartNote({ setApart, minSessions }: WeeklyReport['pages']): string | null {
  if (setApart === 0) return null;
  return `Set apart for want of data: ${counted(setApart, 'page')} with fewer than ${minSessions} sessions each.`;
}
