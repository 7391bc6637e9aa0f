import type { WeeklyReport } from '@clarity-keep/core';
import { MIN_COMPARED_DAYS, signalNames, signals } from '@clarity-keep/core';
import { bounded, labelText } from './bounded-text.ts';
import { isMixed } from './changes.ts';
import { arrowed, capitalised, counted, rate } from './numbers.ts';

const SUMMARY_BYTES = 900;
const NAMED_PAGES = 2;

const list = new Intl.ListFormat('en-GB');

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
    return 'A week without data says nothing about your visitors. Run clarity-keep doctor to see what keeps it from coming in.';
  }
  if (pages.top.length === 0) return null;
  if (coverage.weekBefore.missing.length === 7) {
    return 'The week before is not known, so nothing is compared yet.';
  }
  if (pages.comparedDays.length < MIN_COMPARED_DAYS) {
    return 'Too few days are complete in both weeks to compare pages.';
  }
  const worse = pages.top.filter(({ verdict }) => verdict === 'worse').map(({ label }) => label);
  const improved = [...new Set(better.map(({ label }) => label))];
  if (worse.length === 0) {
    // A muted page is in neither list, whatever it did.
    const noPage = muted.length === 0 ? 'No page' : 'Muted pages aside, no page';
    if (improved.length === 0) return `${noPage} got provably worse or better.`;
    const onBalance = pages.top.some(isMixed) ? ' on balance' : '';
    return `${noPage} got provably worse${onBalance}; ${named(improved)} got better.`;
  }
  const rest = improved.length === 0 ? 'none got better' : `${named(improved)} got better`;
  return `${capitalised(named(worse))} got worse; ${rest}.`;
}

/** "/cart and /search", "/cart, /search and 3 more pages". */
function named(labels: readonly string[]): string {
  const shown = labels.slice(0, NAMED_PAGES).map((label) => labelText(label));
  const more = labels.length - shown.length;
  return list.format(more === 0 ? shown : [...shown, counted(more, 'more page')]);
}

function siteSentence({ totals }: WeeklyReport): string | null {
  const parts = signals.flatMap((signal) => {
    const { proof, rate: figure } = totals.signals[signal];
    if (proof === null || proof.verdict === 'no-clear-change' || figure.change === null) return [];
    const verb = figure.change > 0 ? 'rose' : 'fell';
    return [
      `${signalNames[signal]} ${verb} to ${rate(figure.thisWeek)} (${arrowed(figure.change, 'points')})`,
    ];
  });
  return parts.length === 0 ? null : `Over the whole site ${list.format(parts)}.`;
}

/** The two numbers are of the same days only in a week without gaps: otherwise it is said which are compared. */
function sessionsSentence({ totals: { sessions, comparedDays } }: WeeklyReport): string | null {
  const { thisWeek, change } = sessions;
  if (thisWeek === null) return null;
  const came = counted(thisWeek, 'session');
  if (change === null) return `${came}.`;
  const isPartial = comparedDays.length < 7;
  const before = isPartial ? `on the ${comparedDays.length} days that both weeks have, ` : '';
  const size = Math.abs(change).toFixed(1);
  const told =
    Number(size) === 0
      ? `${change === 0 ? 'as many as' : 'about as many as'} the week before`
      : `${size}% ${change > 0 ? 'more' : 'fewer'} than the week before`;
  return isPartial ? `${came}; ${before}${told}.` : `${came}, ${told}.`;
}
