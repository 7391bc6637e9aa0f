import type { BetterPage, Finding, Fix, MutedPage, WeeklyReport } from '@clarity-keep/core';
import {
  capitalised,
  counted,
  dayMonthYear,
  fixVerdictName,
  markedVerdict,
  rate,
  signalTitle,
} from '@clarity-keep/core';
import { bounded, labelText } from './bounded-text.ts';
import type { Tone } from './changes.ts';
import { pageChange } from './changes.ts';

const MAX_ITEMS = 5;
const TEXT_BYTES = 300;
const SENTENCE_BYTES = 700;

export interface Outcomes {
  title: string;
  items: { badge: string; tone: Tone; label: string; text: string }[];
  /** What of the list has no room. */
  more: string | null;
}

/** What came of the weeks before: pages that got better, fixes, resolved findings, muted pages. */
export function outcomesView({ better, fixes, findings, muted }: WeeklyReport): Outcomes[] {
  const resolved = findings.filter(({ status }) => status === 'resolved');
  return [
    outcomes('Got better', better.map(betterItem)),
    outcomes('Did your fixes work?', fixes.map(fixItem)),
    outcomes('Resolved', resolved.map(resolvedItem)),
    outcomes('Muted', muted.map(mutedItem)),
  ].filter(({ items }) => items.length > 0);
}

function outcomes(title: string, items: Outcomes['items']): Outcomes {
  const more = items.length - MAX_ITEMS;
  return { title, items: items.slice(0, MAX_ITEMS), more: more > 0 ? `And ${more} more.` : null };
}

function betterItem({ label, signal, change }: BetterPage): Outcomes['items'][number] {
  const { detail } = pageChange(change);
  return {
    badge: markedVerdict('better'),
    tone: 'better',
    label: labelText(label),
    text: `${signalTitle(signal)}: ${rate(change.before.rate)} the week before, ${rate(change.after.rate)} now (${detail ?? ''}).`,
  };
}

const fixTones: Record<Fix['verdict'], Tone> = {
  worked: 'better',
  'made-worse': 'worse',
  'no-clear-change': 'neutral',
  'too-early': 'neutral',
  'not-enough-data': 'neutral',
};

function fixItem({ label, sentence, verdict }: Fix): Outcomes['items'][number] {
  return {
    badge: fixVerdictName(verdict),
    tone: fixTones[verdict],
    label: labelText(label),
    text: bounded(sentence, SENTENCE_BYTES),
  };
}

function resolvedItem({ label, signal, weeks, rate: now }: Finding): Outcomes['items'][number] {
  return {
    badge: '✓ resolved',
    tone: 'better',
    label: labelText(label),
    text: `${signalTitle(signal)}: reported for ${counted(weeks, 'week')}, now in ${rate(now)} of sessions.`,
  };
}

function mutedItem({
  label,
  reason,
  until,
  isStillFrustrating,
}: MutedPage): Outcomes['items'][number] {
  const end = until === null ? 'with no end date' : `until ${dayMonthYear(until)}`;
  return {
    badge: 'muted',
    tone: 'neutral',
    label: labelText(label),
    text: `${capitalised(end)}: ${bounded(reason, TEXT_BYTES).replace(/[.]$/, '')}.${isStillFrustrating ? ' Unmuted, it would be among the top pages.' : ''}`,
  };
}
