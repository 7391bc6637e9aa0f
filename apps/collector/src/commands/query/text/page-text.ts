import type { Column, Screen } from '@clarity-keep/command-line/table';
import { shortenToWidth, table, wrapWords } from '@clarity-keep/command-line/table';
import type { Signal } from '@clarity-keep/core';
import {
  counted,
  coverageInWords,
  deviceName,
  displayText,
  impactText,
  nameText,
  seconds,
  signalNames,
  signals,
} from '@clarity-keep/core';
import type { pagesDetail } from '@clarity-keep/queries';
import type * as z from 'zod';
import { countText, percentText, rateText } from '../../../terminal/numbers.ts';
import { answerText } from './answer-text.ts';
import { isNothingKnown } from './answer-frame.ts';
import { dailyText } from './daily-text.ts';
import { signalColumns } from './signal-columns.ts';

type PageAnswer = z.output<(typeof pagesDetail)['output']>;

/** One page: in short, against the site, per device, from day to day. */
export function pageText(answer: PageAnswer, screen: Screen): string {
  const title = screen.paint('bold', shortenToWidth(nameText(answer.page), screen.columns));
  if (isNothingKnown(answer))
    return answerText(answer, [title, whatWasDone(answer, screen)], screen);
  return answerText(
    answer,
    [
      `${title}\n${summary(answer)}`,
      againstSite(answer, screen),
      perDevice(answer, screen),
      ...dailyText(answer.rows, screen),
      whatWasDone(answer, screen),
    ],
    screen,
  );
}

function summary({ pageTotals, site }: PageAnswer): string {
  if (pageTotals === null) return 'It had no sessions on these days.';
  const { rank, sessions, impact, scrollDepth, activeSeconds } = pageTotals;
  const ofSite = site.sessions === null ? '' : ` of the site's ${countText(site.sessions)}`;
  const ranked =
    rank === null ? 'too few visits to rank it' : `rank ${rank} by impact (${impactText(impact)})`;
  const active =
    activeSeconds === null ? 'active time unknown' : `active ${seconds(activeSeconds)}`;
  return [
    `${counted(sessions, 'session')}${ofSite}, ${ranked}`,
    `scroll depth ${percentText(scrollDepth)}, ${active}`,
  ].join('\n');
}

function againstSite({ pageTotals, site }: PageAnswer, screen: Screen): string {
  if (pageTotals === null) return '';
  const { signals: counts } = pageTotals;
  const columns: Column<Signal>[] = [
    { head: 'signal', kind: 'left', cell: (signal) => signalNames[signal] },
    { head: 'events', kind: 'right', cell: (signal) => countText(counts[signal].events) },
    { head: 'sessions', kind: 'right', cell: (signal) => countText(counts[signal].affected) },
    { head: 'rate', kind: 'right', cell: (signal) => rateText(counts[signal].rate) },
    { head: 'all pages', kind: 'right', cell: (signal) => rateText(site.signals[signal]) },
  ];
  return table(signals, columns, screen).text;
}

function perDevice(
  { devices, coverage, deviceCoverage, window }: PageAnswer,
  screen: Screen,
): string {
  if (devices.length === 0) return '';
  const known = coverageInWords(deviceCoverage, window.days);
  const isLikePage = known === coverageInWords(coverage, window.days);
  const title = isLikePage ? [] : wrapWords(`By device: ${known}`, screen.columns);
  const columns: Column<PageAnswer['devices'][number]>[] = [
    { head: 'device', kind: 'left', cell: ({ device }) => deviceName(device) },
    { head: 'sessions', kind: 'right', cell: ({ sessions }) => countText(sessions) },
    ...signalColumns<PageAnswer['devices'][number]>('rate'),
  ];
  return [...title, table(devices, columns, screen).text].join('\n');
}

function whatWasDone({ annotations }: PageAnswer, screen: Screen): string {
  if (annotations.length === 0) return '';
  const columns: Column<PageAnswer['annotations'][number]>[] = [
    { head: 'day', kind: 'left', cell: ({ day }) => day },
    { head: 'change', kind: 'wrapping', cell: ({ text }) => displayText(text) },
  ];
  return table(annotations, columns, screen).text;
}
