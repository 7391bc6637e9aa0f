import type { WeeklyReport } from '@clarity-keep/core';
import {
  capitalised,
  changeText,
  comparedWith,
  counted,
  listed,
  listedUpTo,
  MIN_COMPARED_DAYS,
  rate,
  signalNames,
  signals,
} from '@clarity-keep/core';
import { bounded, labelText } from './bounded-text.ts';
import { isMixed } from './changes.ts';

const SUMMARY_BYTES = 900;
const NAMED_PAGES = 2;

export interface SummaryView {
  text: string;
  /** Who worded it, when not we. */
  author: string | null;
}

/** The week in two or three sentences: what got worse and better, and how many came. */
export function summaryView(report: WeeklyReport): SummaryView {
  const words = report.words?.summary ?? null;
  if (words !== null && report.words !== null) {
    return { text: bounded(words, SUMMARY_BYTES), author: bounded(report.words.model, 60) };
  }
  const sentences = [pagesSentence(report), siteSentence(report), sessionsSentence(report)];
  return {
    text: bounded(sentences.filter((sentence) => sentence !== null).join(' '), SUMMARY_BYTES),
    author: null,
  };
}

function pagesSentence({ headline, coverage, pages, better, muted }: WeeklyReport): string | null {
  if (headline.type === 'nothing-collected') {
    return 'There is no data for this week. Run clarity-keep doctor to find out why.';
  }
  if (pages.top.length === 0) return null;
  if (coverage.weekBefore.missing.length === 7) {
    return 'There is no data for the week before, so nothing is compared yet.';
  }
  if (pages.comparedDays.length < MIN_COMPARED_DAYS) {
    return 'Too few days are complete in both weeks to compare pages.';
  }
  const worse = pages.top.filter(({ verdict }) => verdict === 'worse').map(({ label }) => label);
  const improved = [...new Set(better.map(({ label }) => label))];
  if (worse.length === 0) {
    // A muted page is in neither list, whatever it did.
    const noPage = muted.length === 0 ? 'No page' : 'Apart from muted pages, no page';
    if (improved.length === 0) return `${noPage} got clearly worse or better.`;
    const onBalance = pages.top.some(isMixed) ? ' on balance' : '';
    return `${noPage} got clearly worse${onBalance}; ${named(improved)} got better.`;
  }
  const rest = improved.length === 0 ? 'no page got better' : `${named(improved)} got better`;
  return `${capitalised(named(worse))} got worse; ${rest}.`;
}

/** "/cart and /search", "/cart, /search and 3 more pages". */
function named(labels: readonly string[]): string {
  return listedUpTo(NAMED_PAGES, labels.map(labelText), 'page');
}

function siteSentence({ totals }: WeeklyReport): string | null {
  const parts = signals.flatMap((signal) => {
    const { proof, rate: figure } = totals.signals[signal];
    if (proof === null || proof.verdict === 'no-clear-change' || figure.change === null) return [];
    const verb = figure.change > 0 ? 'rose' : 'fell';
    return [
      `${signalNames[signal]} ${verb} to ${rate(figure.thisWeek)} (${changeText(figure.change, 'points')})`,
    ];
  });
  return parts.length === 0 ? null : `Across the whole site, ${listed(parts)}.`;
}

/** The number is of the whole week, its change of the comparable days alone. */
function sessionsSentence({ totals: { sessions, comparedDays } }: WeeklyReport): string | null {
  const { thisWeek, change } = sessions;
  if (thisWeek === null) return null;
  const came = counted(thisWeek, 'session');
  if (change === null) return `${came}.`;
  const days = comparedDays.length < 7 ? ` (${comparedDays.length} comparable days)` : '';
  return `${came}, ${comparedWith(change)} the week before${days}.`;
}
