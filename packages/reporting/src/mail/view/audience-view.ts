import type { BrowserContrast, Coverage, WeeklyReport } from '@clarity-keep/core';
import {
  counted,
  deviceName,
  integer,
  percent,
  rate,
  signalTitle,
  verdictName,
} from '@clarity-keep/core';
import { barWidth } from './bar-width.ts';
import { bounded, labelText } from './bounded-text.ts';

const MAX_ROWS = 5;

export interface AudienceSection {
  title: string;
  rows: { label: string; detail: string; value: string; /** Percent of the bar. */ bar: number }[];
  notes: string[];
}

/** How visitors of different kinds fared: by device, by referrer, by source, by browser. */
export function audienceView(report: WeeklyReport): AudienceSection[] {
  return [devices(report), referrers(report), sources(report), browsers(report)].filter(
    (section) => section !== null,
  );
}

function devices({ devices: { rows, coverage } }: WeeklyReport): AudienceSection {
  return {
    title: 'Scroll depth by device',
    rows: rows.slice(0, MAX_ROWS).map(({ device, sessions, scrollDepth, enoughData }) => ({
      label: labelText(deviceName(device)),
      detail: `${counted(sessions, 'session')}${enoughData ? '' : `, ${verdictName('not-enough-data')}`}`,
      value: percent(scrollDepth),
      bar: barWidth(scrollDepth ?? 0, 100),
    })),
    notes:
      rows.length === 0
        ? ['No data by device was collected this week.']
        : ['How far down the page visitors scrolled, on average.', ...missingDays(coverage)],
  };
}

function referrers({ referrers: section }: WeeklyReport): AudienceSection | null {
  if (section === null) return null;
  const { rows, bouncesKnown, setApart, minSessions, coverage } = section;
  const most = Math.max(...rows.map(({ sessions }) => sessions), 1);
  const caveat = bouncesKnown
    ? 'Bounce rate: the share of sessions that saw a single page.'
    : "Clarity lists only a day's ten busiest referrers and does not say which sessions bounced. A session can have several referrers.";
  return {
    title: bouncesKnown ? 'Bounce rate by referrer' : 'Sessions by referrer',
    rows: rows.slice(0, MAX_ROWS).map(({ label, sessions, bounceRate }) => ({
      label: labelText(label),
      detail: bouncesKnown ? counted(sessions, 'session') : '',
      value: bouncesKnown ? rate(bounceRate) : counted(sessions, 'session'),
      bar: bouncesKnown ? barWidth(bounceRate ?? 0, 1) : barWidth(sessions, most),
    })),
    notes: [
      ...(rows.length === 0 ? ['No referrer sent enough sessions this week.'] : []),
      caveat,
      ...leftOut('referrer', { known: rows.length, setApart, minSessions }),
      ...missingDays(coverage),
    ],
  };
}

function sources({ sources: section }: WeeklyReport): AudienceSection | null {
  if (section === null) return null;
  const { rows, setApart, minSessions, coverage } = section;
  const highest = Math.max(...rows.map(({ quickbackRate }) => quickbackRate), 0);
  return {
    title: 'Quick backs by source',
    rows: rows.slice(0, MAX_ROWS).map(({ label, sessions, quickbackRate }) => ({
      label: labelText(label),
      detail: counted(sessions, 'session'),
      value: rate(quickbackRate),
      bar: barWidth(quickbackRate, highest),
    })),
    notes: [
      ...(rows.length === 0 ? ['No source sent enough sessions this week.'] : []),
      'Share of sessions in which a visitor opened a page and soon went back.',
      ...leftOut('source', { known: rows.length, setApart, minSessions }),
      ...missingDays(coverage),
    ],
  };
}

/** Only problems of a single browser: without one there is nothing to say about browsers. */
function browsers({ browsers: section }: WeeklyReport): AudienceSection | null {
  if (section === null || section.contrasts.length === 0) return null;
  const contrasts = section.contrasts.slice(0, MAX_ROWS);
  return {
    title: 'Problems in a single browser',
    rows: contrasts.map((contrast) => ({
      label: `${signalTitle(contrast.signal)} in ${bounded(contrast.browser, 60)}`,
      detail: detailOf(contrast),
      value: rate(contrast.rate),
      bar: barWidth(contrast.rate, Math.max(...contrasts.map(({ rate: share }) => share))),
    })),
    notes: [
      'For the whole site: Clarity does not break pages down by browser here.',
      ...missingDays(section.coverage),
    ],
  };
}

function detailOf({ affected, sessions, otherRate }: BrowserContrast): string {
  return `${integer(affected)} of ${counted(sessions, 'session')}, ${rate(otherRate)} elsewhere`;
}

function leftOut(
  noun: string,
  { known, setApart, minSessions }: { known: number; setApart: number; minSessions: number },
): string[] {
  const below = Math.max(0, known - MAX_ROWS);
  const parts = [
    ...(below === 0 ? [] : [`${integer(below)} more ${below === 1 ? noun : `${noun}s`}`]),
    ...(setApart === 0
      ? []
      : [
          `${counted(setApart, noun)} with fewer than ${minSessions} sessions${setApart === 1 ? '' : ' each'}`,
        ]),
  ];
  return parts.length === 0 ? [] : [`Left out: ${parts.join(', ')}.`];
}

function missingDays({ missing }: Coverage): string[] {
  return missing.length === 0
    ? []
    : [
        `Without ${counted(missing.length, 'day')} that ${missing.length === 1 ? 'was' : 'were'} not collected.`,
      ];
}
