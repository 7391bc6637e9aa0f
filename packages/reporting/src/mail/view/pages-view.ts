import type { Signal, WeeklyReport } from '@clarity-keep/core';
import { counted, impactMeaning, impactText, signalNames, signals } from '@clarity-keep/core';
import { labelText } from './bounded-text.ts';
import { pageView } from './page-view.ts';

const TOP = 10;

/** A page's impact by signal, for the chart. */
export interface ImpactBar {
  rank: number;
  label: string;
  parts: { signal: Signal; impact: number }[];
}

/** The pages that frustrate most: in detail where that is proven, on a line each otherwise. */
export function pagesView({ pages }: WeeklyReport) {
  const top = pages.top.slice(0, TOP);
  const strongest = Math.max(...top.map(({ impact }) => impact), 0);
  const proven = top.filter(({ impact }) => impact > 0);
  return {
    title: proven.length === 0 ? 'The busiest pages' : 'Pages that frustrate visitors most',
    intro: top.length > 0 ? impactMeaning : introWithoutPages(pages),
    proven: proven.map((page) => pageView(page, { strongest, ...pages })),
    others: top
      .filter(({ impact }) => impact === 0)
      .map((page) => pageView(page, { strongest, ...pages })),
    chart: proven.length < 2 ? null : { bars: proven.map(impactBar), alt: altText(proven) },
    notes: [
      ...(top.length === 0
        ? []
        : [
            '"All pages" adds up sessions page by page. A session sees several pages, so this is lower than the rate of the whole site.',
            `Weights: ${weightsInWords(pages.weights)}.`,
          ]),
      ...(pages.setApart === 0
        ? []
        : [
            `${counted(pages.setApart, 'page')} had too few visits to judge: fewer than ${pages.minSessions} sessions${pages.setApart === 1 ? '' : ' each'}.`,
          ]),
    ],
  };
}

function introWithoutPages({ setApart }: WeeklyReport['pages']): string {
  return setApart === 0
    ? 'No page could be judged: no signals are known.'
    : 'No page had enough visits to judge.';
}

type TopPage = WeeklyReport['pages']['top'][number];

function impactBar({ rank, label, signals: shares }: TopPage): ImpactBar {
  return {
    rank,
    label: labelText(label),
    parts: signals
      .map((signal) => ({ signal, impact: shares[signal].impact }))
      .filter(({ impact }) => impact > 0),
  };
}

function altText(pages: readonly TopPage[]): string {
  const bars = pages.map(
    ({ rank, label, impact }) => `${rank}. ${labelText(label)} ${impactText(impact)}`,
  );
  return `Chart of impact by page: ${bars.join(', ')}.`;
}

function weightsInWords(weights: WeeklyReport['pages']['weights']): string {
  return signals
    .toSorted((a, b) => weights[b] - weights[a])
    .map((signal) => `${signalNames[signal]} ${weights[signal]}`)
    .join(', ');
}
