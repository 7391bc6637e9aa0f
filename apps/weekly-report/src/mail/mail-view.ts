import type { Day, WeeklyReport } from '@clarity-keep/core';
import { displayText, shortenMiddle } from '@clarity-keep/core';
import { pagesView } from './pages-view.ts';
import { audienceView } from './audience-view.ts';
import { totalsView } from './totals-view.ts';
import { counted } from './numbers.ts';

const PROJECT_LENGTH = 60;

/**
 * Everything that the mail says, in words, in the order in which it says it: both the HTML and the text
 * part are made of this. Text is on one line and harmless to show, but not escaped.
 */
export type MailView = ReturnType<typeof mailView>;

export function mailView(report: WeeklyReport) {
  const project = shortenMiddle(displayText(report.project.name), PROJECT_LENGTH);
  const number = Number(report.week.slice(-2));
  const headline = displayText(report.headline.sentence);
  const hasData = report.headline.type !== 'nothing-collected';
  return {
    subject: `${headline.replace(/[.]$/, '')} – ${project}, week ${number}`,
    preheader: preheader(report),
    project,
    period: `Week ${number}, ${period(report.days)}`,
    timeZone: report.project.timeZone,
    headline,
    dashboard: report.project.dashboard,
    missing: report.missing.map(({ sentence }) => displayText(sentence)),
    totals: hasData ? totalsView(report) : null,
    pages: hasData ? pagesView(report.pages) : null,
    audience: hasData ? audienceView(report) : [],
    notes: [
      'Bots are counted apart and are in no other number. Users are never added up: the same person comes on several days.',
      `Days are calendar days in ${report.project.timeZone}. Made by Clarity Keep from the answers it keeps on your own machine.`,
      'To stop getting this mail, reply to it with the word "unsubscribe".',
    ],
  };
}

function preheader(report: WeeklyReport): string {
  const { sessions } = report.totals;
  const proven = report.pages.top.filter(({ impact }) => impact > 0).length;
  const parts = [
    sessions.thisWeek === null ? null : counted(sessions.thisWeek, 'session'),
    proven === 0 ? null : `${counted(proven, 'page')} above the site's own rate`,
    report.missing.length === 0 ? 'all days complete' : 'some days are missing or not exact',
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function period({ from, to }: { from: Day; to: Day }): string {
  const instant = (day: Day): Date => new Date(`${day}T00:00:00Z`);
  // Node's versions differ in the spaces around the dash: none, thin ones.
  return dayAndMonth.formatRange(instant(from), instant(to)).replace(/\s*–\s*/, ' – ');
}
