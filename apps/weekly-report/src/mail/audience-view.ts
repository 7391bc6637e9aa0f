import type { Coverage, WeeklyReport } from '@clarity-keep/core';
import { displayText } from '@clarity-keep/core';
import { counted, depth, rate } from './numbers.ts';

export interface AudienceSection {
  title: string;
  rows: { label: string; detail: string; value: string; /** Percent of the bar. */ bar: number }[];
  notes: string[];
}

/** How visitors of different kinds fared: by device, by referrer, by source. */
export function audienceView(report: WeeklyReport): AudienceSection[] {
  return [devices(report), referrers(report), sources(report)].filter(
    (section) => section !== null,
  );
}

function devices({ devices: { rows, coverage } }: WeeklyReport): AudienceSection {
  return {
    title: 'Scroll depth by device',
    rows: rows.map(({ device, sessions, scrollDepth, enoughData }) => ({
      label: displayText(device),
      detail: `${counted(sessions, 'session')}${enoughData ? '' : ', not enough data'}`,
      value: depth(scrollDepth),
      bar: Math.round(scrollDepth ?? 0),
    })),
    notes: rows.length === 0 ? ['No device was collected this week.'] : missingDays(coverage),
  };
}

function referrers({ referrers: section }: WeeklyReport): AudienceSection | null {
  if (section === null) return null;
  const { rows, bouncesKnown, setApart, minSessions, coverage } = section;
  const most = Math.max(...rows.map(({ sessions }) => sessions), 1);
  const caveat = bouncesKnown
    ? 'Bounce rate: sessions that saw one page only.'
    : 'Clarity names only the ten busiest referrers of a day and does not tell which sessions bounced; one session can have several.';
  return {
    title: bouncesKnown ? 'Bounce rate by referrer' : 'Sessions by referrer',
    rows: rows.map(({ label, sessions, bounceRate }) => ({
      label: displayText(label),
      detail: bouncesKnown ? counted(sessions, 'session') : '',
      value: bouncesKnown ? rate(bounceRate) : counted(sessions, 'session'),
      bar: Math.round(bouncesKnown ? (bounceRate ?? 0) * 100 : (sessions / most) * 100),
    })),
    notes: [
      ...(rows.length === 0 ? ['No referrer sent enough sessions this week.'] : []),
      caveat,
      ...(setApart === 0
        ? []
        : [
            `Left out: ${counted(setApart, 'referrer')} with fewer than ${minSessions} sessions each.`,
          ]),
      ...missingDays(coverage),
    ],
  };
}

function sources({ sources: section }: WeeklyReport): AudienceSection | null {
  if (section === null) return null;
  const { rows, setApart, minSessions, coverage } = section;
  const highest = Math.max(...rows.map(({ quickbackRate }) => quickbackRate), 0);
  return {
    title: 'Quick-backs by source',
    rows: rows.map(({ label, sessions, quickbackRate }) => ({
      label: displayText(label),
      detail: counted(sessions, 'session'),
      value: rate(quickbackRate),
      bar: highest === 0 ? 0 : Math.round((quickbackRate / highest) * 100),
    })),
    notes: [
      ...(rows.length === 0 ? ['No source sent enough sessions this week.'] : []),
      'Share of sessions that turned back at once.',
      ...(setApart === 0
        ? []
        : [
            `Left out: ${counted(setApart, 'source')} with fewer than ${minSessions} sessions each.`,
          ]),
      ...missingDays(coverage),
    ],
  };
}

function missingDays({ missing }: Coverage): string[] {
  return missing.length === 0
    ? []
    : [
        `Without ${counted(missing.length, 'day')} that ${missing.length === 1 ? 'was' : 'were'} not collected.`,
      ];
}
