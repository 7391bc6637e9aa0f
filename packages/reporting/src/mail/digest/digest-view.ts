import type { Digest } from '@clarity-keep/core';
import { bounded } from '../view/bounded-text.ts';
import { counted, integer } from '../view/numbers.ts';
import { period } from '../view/period.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '@clarity-keep/mail';
import { projectRow, projectView } from './project-view.ts';

/** The worst are told of in full, the next ones take a line: two hundred of them stay under 100 KB. */
const DETAILED = 12;
const LISTED = 200;

const NAMED_WITHOUT = 40;
const NAME_BYTES = 90;
const SENTENCE_BYTES = 400;

/**
 * Everything that the mail over all projects says, in words: both the HTML and the text part are made of
 * this. Text is on one line, bounded and harmless to show, but not escaped.
 */
export type DigestView = ReturnType<typeof digestView>;

export function digestView(digest: Digest) {
  const { projects, without } = digest;
  const number = Number(digest.week.slice(-2));
  const headline = bounded(digest.headline.sentence, SENTENCE_BYTES);
  const summary = summaryOf(digest);
  const rest = projects.slice(DETAILED);
  return {
    subject: `${headline.replace(/[.]$/, '')} – ${counted(projects.length + without.length, 'project')}, week ${number}`,
    preheader: summary,
    period: `Week ${number} · ${period(digest.days)}`,
    headline,
    summary,
    projects: projects.slice(0, DETAILED).map(projectView),
    others: rest.slice(0, LISTED - DETAILED).map(projectRow),
    unlisted: rest.length <= LISTED - DETAILED ? null : unlisted(projects.length - LISTED),
    without: without.length === 0 ? null : namesOf(without),
    method: [
      'Worst first: projects with a page that got provably worse, then by the impact of their top pages.',
      'Impact is the number of affected sessions beyond what the rate of all pages would give, counted only as far as the data prove it.',
      'Made by Clarity Keep from the answers of Microsoft Clarity that it keeps on your own machine.',
    ],
    reason:
      'You get this mail because the weekly digest over all projects is sent to your address.',
    unsubscribe: UNSUBSCRIBE_PLACEHOLDER,
  };
}

function summaryOf({ projects, without }: Digest): string {
  const worse = projects.filter(({ worsePages }) => worsePages > 0).length;
  const sentences = [
    projects.length === 0
      ? null
      : worse === 0
        ? `No page of ${counted(projects.length, 'project')} got provably worse.`
        : `Pages of ${integer(worse)} of ${counted(projects.length, 'project')} got provably worse.`,
    without.length === 0 ? null : `Nothing was collected of ${counted(without.length, 'project')}.`,
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

function unlisted(count: number): string {
  return `And ${counted(count, 'project')} with less impact.`;
}

function namesOf(without: Digest['without']): string {
  const names = without.slice(0, NAMED_WITHOUT).map(({ name }) => bounded(name, NAME_BYTES));
  const more = without.length - names.length;
  return `${names.join(', ')}${more === 0 ? '' : ` and ${integer(more)} more`}.`;
}
