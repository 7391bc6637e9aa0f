import type { Coverage } from '../coverage/coverage.ts';
import type { Signal } from '../frustration/signals.ts';
import { signals } from '../frustration/signals.ts';
import type { Headline, WeeklyReport } from './report-model.ts';

/** Signals as people call them. */
export const signalNames: Record<Signal, string> = {
  rageClicks: 'rage clicks',
  deadClicks: 'dead clicks',
  errorClicks: 'error clicks',
  scriptErrors: 'script errors',
  quickbackClicks: 'quick-backs',
  excessiveScrolls: 'excessive scrolling',
};

const nothing = { page: null, signal: null, device: null };

/** The one sentence of the week. That nothing happened, or nothing is known, is a headline too. */
export function headlineOf({
  week,
  coverage,
  sessions,
  pages,
}: {
  week: string;
  coverage: Coverage;
  sessions: number | null;
  pages: WeeklyReport['pages'];
}): Headline {
  const number = Number(week.slice(-2));
  const isUnknown = coverage.missing.length === 7 && pages.coverage.missing.length === 7;
  if (isUnknown) {
    return {
      ...nothing,
      type: 'nothing-collected',
      sentence: `Nothing was collected in week ${number}, so there is nothing to report.`,
    };
  }
  if ((sessions ?? 0) === 0 && pages.judged + pages.setApart === 0) {
    return sessions === null
      ? tooLittle(`No page was collected in week ${number}.`)
      : { ...nothing, type: 'no-visits', sentence: `Nobody visited in week ${number}.` };
  }
  if (pages.judged === 0) {
    return tooLittle(
      pages.setApart === 0
        ? `No page was collected in week ${number}: the pages cannot be judged.`
        : `Too little data in week ${number}: no page had ${pages.minSessions} sessions.`,
    );
  }
  const top = pages.top[0];
  if (top === undefined || top.impact === 0) {
    return {
      ...nothing,
      type: 'quiet',
      sentence: 'A quiet week: no page frustrates visitors measurably more than the others.',
    };
  }
  const signal = signals.reduce((worst, other) =>
    top.signals[other].impact > top.signals[worst].impact ? other : worst,
  );
  const { affected, rate } = top.signals[signal];
  const name = signalNames[signal];
  return {
    type: 'ongoing',
    page: top.page,
    signal,
    device: null,
    sentence:
      `${name.charAt(0).toUpperCase()}${name.slice(1)} on ${top.label}: ` +
      `${integer(affected ?? 0)} of ${integer(top.sessions)} sessions (${percent(rate)}, all pages ${percent(pages.siteRates[signal])})`,
  };
}

function tooLittle(sentence: string): Headline {
  return { ...nothing, type: 'too-little-data', sentence };
}

function integer(value: number): string {
  return value.toLocaleString('en-US');
}

function percent(rate: number | null): string {
  return rate === null ? 'unknown' : `${(rate * 100).toFixed(1)}%`;
}
