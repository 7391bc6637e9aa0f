import type { Digest } from '@clarity-keep/core';
import {
  counted,
  dayRange,
  dayRangeWithYear,
  impactMeaning,
  integer,
  listedUpTo,
} from '@clarity-keep/core';
import { bounded } from '../view/bounded-text.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '@clarity-keep/mail';
import { projectRow, projectView } from './project-view.ts';

/** The worst projects in full, the next ones on a line each: two hundred stay under 100 KB. */
const DETAILED = 12;
const LISTED = 200;

const NAMED_WITHOUT = 40;
const NAME_BYTES = 90;
const SENTENCE_BYTES = 400;

/**
 * Everything that the mail of all projects says, in words: both the HTML and the text part are made of
 * this. Text is on one line, bounded and harmless to show, but not escaped.
 */
export type DigestView = ReturnType<typeof digestView>;

export function digestView(digest: Digest) {
  const { projects, without } = digest;
  const headline = bounded(digest.headline.sentence, SENTENCE_BYTES);
  const summary = summaryOf(digest);
  const rest = projects.slice(DETAILED);
  return {
    subject: `${headline.replace(/[.]$/, '')} – ${counted(projects.length + without.length, 'project')}, ${dayRange(digest.days)}`,
    preheader: summary,
    period: dayRangeWithYear(digest.days),
    headline,
    summary,
    projects: projects.slice(0, DETAILED).map(projectView),
    others: rest.slice(0, LISTED - DETAILED).map(projectRow),
    unlisted: rest.length <= LISTED - DETAILED ? null : unlisted(projects.length - LISTED),
    without: without.length === 0 ? null : namesOf(without),
    method: [
      'Worst first: projects with a page that got worse, then by the impact of their top pages.',
      impactMeaning,
      "Made by Clarity Keep from Microsoft Clarity's data, which it stores on your own machine.",
    ],
    reason:
      'You receive this mail because you are a recipient of the weekly digest of all projects.',
    unsubscribe: UNSUBSCRIBE_PLACEHOLDER,
  };
}

function summaryOf({ projects, without }: Digest): string {
  const worse = projects.filter(({ worsePages }) => worsePages > 0).length;
  const sentences = [
    projects.length === 0 ? null : worseSentence(worse, projects.length),
    without.length === 0
      ? null
      : `Nothing was collected for ${counted(without.length, 'project')}.`,
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

function worseSentence(worse: number, all: number): string {
  if (all === 1) return worse === 0 ? 'No page got clearly worse.' : 'A page got worse.';
  return worse === 0
    ? `No page of your ${integer(all)} projects got clearly worse.`
    : `${integer(worse)} of your ${integer(all)} projects ${worse === 1 ? 'has' : 'have'} a page that got worse.`;
}

function unlisted(count: number): string {
  return `And ${counted(count, 'project')} with less impact.`;
}

function namesOf(without: Digest['without']): string {
  const names = without.slice(0, NAMED_WITHOUT).map(({ name }) => bounded(name, NAME_BYTES));
  return `${listedUpTo(NAMED_WITHOUT, [...names, ...without.slice(NAMED_WITHOUT).map(({ id }) => id)])}.`;
}
