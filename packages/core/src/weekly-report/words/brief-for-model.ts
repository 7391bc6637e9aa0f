import { signedChange } from '../../display/changes.ts';
import { counted, integer, percent, rate, seconds } from '../../display/numbers.ts';
import { signals } from '../../segments/signals.ts';
import { daysInWords } from '../../display/dates.ts';
import { signalNames } from '../../display/names/signal-names.ts';
import type { Figure, WeeklyReport } from '../report-model.ts';
import { changeFacts } from './change-facts.ts';
import type { BriefPage, Facts, ModelBrief } from './model-brief.ts';
import { pageFacts, plainDevice, plainName } from './page-facts.ts';
import { pageHint } from './page-hint.ts';

/** Pages that the model may write advice about. */
const MOST_PAGES = 5;

/** Other pages it may mention: so many that got better, and so many with a fix. */
const MOST_OTHERS = 5;

/**
 * What a model gets about a report: its numbers as the mail shows them, and pages under ids. The project, hosts,
 * queries, sources, referrers, links and what people wrote about fixes and mutes are left out.
 */
export function briefForModel(report: WeeklyReport): ModelBrief {
  const { pages } = report;
  const better = report.better.slice(0, MOST_OTHERS);
  const fixes = report.fixes.slice(0, MOST_OTHERS);
  const main = pages.top
    .filter(({ impact, verdict }) => impact > 0 || verdict === 'worse')
    .slice(0, MOST_PAGES);
  const mentioned = [...main, ...better, ...fixes];
  const urls = [...new Set(mentioned.map(({ page }) => page))];
  const idOf = (page: string): string | null => {
    const index = urls.indexOf(page);
    return index === -1 ? null : `page ${index + 1}`;
  };
  const briefPages = urls.map((page, index): BriefPage => {
    const top = main.find((one) => one.page === page);
    return {
      id: `page ${index + 1}`,
      page,
      label: mentioned.find((one) => one.page === page)?.label ?? '',
      hint: pageHint(page),
      facts: top === undefined ? null : pageFacts(report, top),
    };
  });
  return {
    site: siteFacts({ ...report, better, fixes }, idOf),
    pages: briefPages,
    isQuiet: main.length === 0,
  };
}

function siteFacts(report: WeeklyReport, idOf: (page: string) => string | null): Facts {
  const { days, totals, better, fixes, devices, missing } = report;
  return {
    period: `${daysInWords([days.from])} to ${daysInWords([days.to])}`,
    headline: headlineFacts(report, idOf),
    sessions: figureFacts(totals.sessions, integer),
    scrollDepth: figureFacts(totals.scrollDepth, percent),
    activeTime: figureFacts(totals.activeSeconds, seconds),
    sessionsWith: Object.fromEntries(
      signals
        .filter((signal) => totals.signals[signal].rate.thisWeek !== null)
        .map((signal) => [signalNames[signal], figureFacts(totals.signals[signal].rate, rate)]),
    ),
    scrollDepthByDevice: devices.rows
      .filter(({ enoughData, scrollDepth }) => enoughData && scrollDepth !== null)
      .map(
        ({ device, scrollDepth, sessions }) =>
          `${plainDevice(device) ?? 'another device'}: ${percent(scrollDepth)} of ${counted(sessions, 'session')}`,
      ),
    gotBetter: better.map(({ page, signal, change }) => ({
      page: idOf(page),
      signal: signalNames[signal],
      change: changeFacts(change),
    })),
    fixes: fixes.map(({ page, day, verdict, signal, change }) => ({
      page: idOf(page),
      day: daysInWords([day]),
      verdict,
      signal: signal === null ? null : signalNames[signal],
      change: change === null ? null : changeFacts(change),
    })),
    incomplete: missing.filter(({ kind }) => kind === 'days').map(({ sentence }) => sentence),
  };
}

/** The headline with an id in place of the page's name; without its sentence where the name would remain. */
function headlineFacts(
  { headline, pages, better }: WeeklyReport,
  idOf: (page: string) => string | null,
): Facts {
  const { type, sentence, page, device } = headline;
  const id = page === null ? null : idOf(page);
  const label = [...pages.top, ...better].find((one) => one.page === page)?.label;
  const isPlain = device === null || plainName(device) !== null;
  if (page === null) return { type, sentence: isPlain ? sentence : null };
  if (id === null || label === undefined || !isPlain || !sentence.includes(label)) return { type };
  return { type, page: id, sentence: sentence.split(label).join(id) };
}

function figureFacts(figure: Figure, words: (value: number | null) => string): Facts {
  const { thisWeek, weekBefore, change, unit } = figure;
  if (thisWeek === null) return 'unknown';
  return {
    thisWeek: words(thisWeek),
    weekBefore: words(weekBefore),
    change: change === null ? 'not comparable' : signedChange(change, unit),
  };
}
