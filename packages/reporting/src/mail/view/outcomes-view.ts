import type { BetterPage, Finding, Fix, MutedPage, WeeklyReport } from '@clarity-keep/core';
import { signalNames } from '@clarity-keep/core';
import { bounded, labelText } from './bounded-text.ts';
import type { Tone } from './changes.ts';
import { pageChange } from './changes.ts';
import { capitalised, counted, rate } from './numbers.ts';

const MAX_ITEMS = 5;
const TEXT_BYTES = 300;
const SENTENCE_BYTES = 700;

export interface Outcomes {
  title: string;
  items: { badge: string; tone: Tone; label: string; text: string }[];
  /** What of the list has no room. */
  more: string | null;
}

/** What came of the weeks before: pages that got better, fixes judged, findings gone, pages muted. */
export function outcomesView({ better, fixes, findings, muted }: WeeklyReport): Outcomes[] {
  const resolved = findings.filter(({ status }) => status === 'resolved');
  return [
    outcomes('Got better', better.map(betterItem)),
    outcomes('Fixes judged', fixes.map(fixItem)),
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
    badge: '▼ better',
    tone: 'better',
    label: labelText(label),
    text: `${capitalised(signalNames[signal])}: ${rate(change.before.rate)} the week before, ${rate(change.after.rate)} now (${detail ?? ''}).`,
  };
}

const fixVerdicts: Record<Fix['verdict'], { badge: string; tone: Tone }> = {
  worked: { badge: '✓ worked', tone: 'better' },
  'made-worse': { badge: '▲ made it worse', tone: 'worse' },
  'no-clear-change': { badge: 'no clear change', tone: 'neutral' },
  'too-early': { badge: 'too early to say', tone: 'neutral' },
  'not-enough-data': { badge: 'not enough data', tone: 'neutral' },
};

function fixItem({ label, sentence, verdict }: Fix): Outcomes['items'][number] {
  return {
    ...fixVerdicts[verdict],
    label: labelText(label),
    text: bounded(sentence, SENTENCE_BYTES),
  };
}

function resolvedItem({ label, signal, weeks, rate: now }: Finding): Outcomes['items'][number] {
  return {
    badge: '✓ resolved',
    tone: 'better',
    label: labelText(label),
    text: `${capitalised(signalNames[signal])}, a finding for ${counted(weeks, 'week')}, now ${rate(now)} of sessions.`,
  };
}

const dayMonthYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function mutedItem({
  label,
  reason,
  until,
  isStillFrustrating,
}: MutedPage): Outcomes['items'][number] {
  const end =
    until === null
      ? 'without an end'
      : `until ${dayMonthYear.format(new Date(`${until}T00:00:00Z`))}`;
  return {
    badge: 'muted',
    tone: 'neutral',
    label: labelText(label),
    text: `${capitalised(end)}: ${bounded(reason, TEXT_BYTES).replace(/[.]$/, '')}.${isStillFrustrating ? ' It would still be among the top pages.' : ''}`,
  };
}
