import type { WeeklyReport } from '@clarity-keep/core';
import { dayRange, dayRangeWithYear, plainPercent } from '@clarity-keep/core';
import { adviceView } from './advice-view.ts';
import { audienceView } from './audience-view.ts';
import { bounded, linkText } from './bounded-text.ts';
import { missingView } from './missing-view.ts';
import { outcomesView } from './outcomes-view.ts';
import { pagesView } from './pages-view.ts';
import { summaryView } from './summary-view.ts';
import { totalsView } from './totals-view.ts';
import { trendView } from './trend-view.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '@clarity-keep/mail';

const PROJECT_BYTES = 120;
const SENTENCE_BYTES = 400;

/**
 * Everything that the mail says, in words, in the order in which it says it: both the HTML and the text
 * part are made of this. Text is on one line, bounded and harmless to show, but not escaped.
 */
export type MailView = ReturnType<typeof mailView>;

/** `isSample`: the report is made up, which the mail must say. */
export function mailView(report: WeeklyReport, { isSample = false }: { isSample?: boolean } = {}) {
  const project = bounded(report.project.name, PROJECT_BYTES);
  const headline = bounded(report.headline.sentence, SENTENCE_BYTES);
  const hasData = report.headline.type !== 'nothing-collected';
  const summary = summaryView(report);
  return {
    subject: `${isSample ? '[Sample] ' : ''}${headline.replace(/[.]$/, '')} – ${project}, ${dayRange(report.days)}`,
    preheader: summary.text,
    sample: isSample
      ? 'This is a sample: the shop and every number in this mail are fictional.'
      : null,
    project,
    period: dayRangeWithYear(report.days),
    missing: missingView(report),
    headline,
    summary,
    dashboard: linkText(report.project.dashboard),
    advice: hasData ? adviceView(report) : null,
    totals: hasData ? totalsView(report) : null,
    trend: hasData ? trendView(report) : null,
    pages: hasData ? pagesView(report) : null,
    outcomes: hasData ? outcomesView(report) : [],
    audience: hasData ? audienceView(report) : [],
    method: methodNotes(report),
    reason: `You receive this mail because you are a recipient of ${project}'s weekly report.`,
    unsubscribe: UNSUBSCRIBE_PLACEHOLDER,
  };
}

function methodNotes({ changeConfidence, project }: WeeklyReport): string[] {
  return [
    `We say "worse" or "better" only when we're ${plainPercent(changeConfidence * 100)} sure, taking all signals of a page together; everything else is "no clear change". Ranges of rates are 95% Wilson intervals.`,
    'Bots are counted separately and are in no other number. Users are never added up, because the same person comes on several days.',
    `Days are calendar days in ${bounded(project.timeZone, 60)}. Made by Clarity Keep from Microsoft Clarity's data, which it stores on your own machine.`,
  ];
}
