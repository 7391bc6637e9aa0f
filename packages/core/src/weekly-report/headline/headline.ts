import type { Coverage } from '../../coverage/coverage.ts';
import { frustratingSignal, isClearlyFrustrating } from '../pages/clear-frustration.ts';
import type { DescribedPage } from '../pages/describe-page.ts';
import { deviceLabel } from '../../display/names/device-names.ts';
import { betterSentence, ongoingSentence, worseSentence } from './headline-sentences.ts';
import { weekDates } from '../../display/dates.ts';
import { label } from '../../display/names/page-names.ts';
import type { Headline, WeeklyReport } from '../report-model.ts';
import type { Worsening } from '../pages/worsening.ts';

const nothing = { page: null, signal: null, device: null };

/**
 * The one sentence of the week. In order of what a reader has to know: that there is no data, the page that got
 * worse most, the page that is clearly the most frustrating, what got better. A quiet week is news too.
 */
export function headlineOf({
  week,
  coverage,
  sessions,
  pages,
  worst,
  better,
  browsers,
}: {
  week: string;
  coverage: Coverage;
  sessions: number | null;
  pages: WeeklyReport['pages'];
  worst: DescribedPage | null;
  better: WeeklyReport['better'];
  browsers: WeeklyReport['browsers'];
}): Headline {
  const silence = whyNothing({ week, coverage, sessions, pages });
  if (silence !== null) return silence;
  if (worst?.worsening) {
    const { page, worsening } = worst;
    return {
      type: 'worse',
      page: page.page,
      signal: worsening.signal,
      device: worsening.device === null ? null : deviceLabel(worsening.device),
      sentence: worseSentence(page.label, worsening, browserOf(worsening, browsers)),
    };
  }
  for (const page of pages.top) {
    const signal = frustratingSignal(page);
    if (signal === null || !isClearlyFrustrating(page, signal, pages)) continue;
    return {
      type: 'ongoing',
      page: page.page,
      signal,
      device: null,
      sentence: ongoingSentence(page, signal, pages.siteRates[signal]),
    };
  }
  const [best] = better;
  if (best !== undefined) {
    return {
      type: 'better',
      page: best.page,
      signal: best.signal,
      device: null,
      sentence: betterSentence(best),
    };
  }
  return {
    ...nothing,
    type: 'quiet',
    sentence: 'A quiet week: no page is clearly more frustrating than the rest.',
  };
}

/** The browser that the signal sticks to across the site, unless the page's problem is on one device. */
function browserOf(
  { signal, device }: Worsening,
  browsers: WeeklyReport['browsers'],
): string | null {
  if (device !== null) return null;
  const contrast = browsers?.contrasts.find((one) => one.signal === signal);
  return contrast === undefined ? null : label(contrast.browser);
}

/** Why nothing can be said about the pages of a week; null when something can. */
function whyNothing({
  week,
  coverage,
  sessions,
  pages,
}: {
  week: string;
  coverage: Coverage;
  sessions: number | null;
  pages: WeeklyReport['pages'];
}): Headline | null {
  const dates = weekDates(week);
  if (coverage.missing.length === 7 && pages.coverage.missing.length === 7) {
    return {
      ...nothing,
      type: 'nothing-collected',
      sentence: `Nothing was collected for ${dates}, so there is nothing to report.`,
    };
  }
  if (pages.judged > 0) return null;
  if ((sessions ?? 0) === 0 && pages.setApart === 0) {
    return sessions === null
      ? tooLittle(`No pages were collected for ${dates}.`)
      : { ...nothing, type: 'no-visits', sentence: `No visits in the week of ${dates}.` };
  }
  if (pages.setApart === 0 && pages.coverage.missing.length < 7) {
    return tooLittle(`Clarity sent no signals of the pages of ${dates}, so none can be judged.`);
  }
  return tooLittle(
    pages.setApart === 0
      ? `No pages were collected for ${dates}, so none can be judged.`
      : `Too few visits in the week of ${dates}: no page had ${pages.minSessions} sessions.`,
  );
}

function tooLittle(sentence: string): Headline {
  return { ...nothing, type: 'too-little-data', sentence };
}
