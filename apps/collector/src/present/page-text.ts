import type { Signal } from '@clarity-keep/core';
import { signals } from '@clarity-keep/core';
import type { PageAnswer } from '@clarity-keep/queries';
import { answerTable } from './answer-table.ts';
import { count, decimal, percent } from './figures.ts';
import type { Screen } from './screen.ts';
import { signalColumns, signalNames } from './signal-columns.ts';
import { terminalText } from './terminal-text.ts';
import { trendText } from './trend-text.ts';

type Totals = NonNullable<PageAnswer['pageTotals']>;

/** One page: against the site, per device, day by day. */
export function pageText(answer: PageAnswer, screen: Screen): string {
  const { page, pageTotals, devices, site } = answer;
  const heading = screen.paint('bold', terminalText(page));
  if (pageTotals === null) return `${heading}\nNo session saw this page in these days.`;
  const parts = [
    `${heading}\n${totalsText(pageTotals, site.sessions)}`,
    againstSite(pageTotals, site, screen),
    ...(devices.length === 0 ? [] : [devicesTable(devices, screen)]),
    trendText(answer, screen),
  ];
  return parts.join('\n\n');
}

function totalsText(
  { sessions, impact, rank, scrollDepth, activeSeconds }: Totals,
  site: number | null,
): string {
  const facts = [
    site === null ? `${count(sessions)} sessions` : `${count(sessions)} of ${count(site)} sessions`,
    rank === null
      ? 'not enough data for a rank'
      : `rank ${rank} with an impact of ${decimal(impact)}`,
    ...(scrollDepth === null ? [] : [`scrolled ${decimal(scrollDepth)}% down`]),
    ...(activeSeconds === null ? [] : [`active for ${decimal(activeSeconds)} s`]),
  ];
  return facts.join(', ');
}

function againstSite(totals: Totals, site: PageAnswer['site'], screen: Screen): string {
  return answerTable<Signal>(
    screen,
    [
      { head: 'signal', cell: (signal) => signalNames[signal] },
      { head: 'events', align: 'right', cell: (signal) => count(totals.signals[signal].events) },
      {
        head: 'sessions',
        align: 'right',
        cell: (signal) => count(totals.signals[signal].affected),
      },
      { head: 'rate', align: 'right', cell: (signal) => percent(totals.signals[signal].rate) },
      { head: 'all pages', align: 'right', cell: (signal) => percent(site.signals[signal]) },
    ],
    signals,
  );
}

function devicesTable(devices: PageAnswer['devices'], screen: Screen): string {
  return answerTable(
    screen,
    [
      { head: 'device', cell: ({ device }) => device || '(unknown)', gives: true },
      { head: 'sessions', align: 'right', cell: ({ sessions }) => count(sessions) },
      ...signalColumns<PageAnswer['devices'][number]>(({ rate }) => percent(rate)),
    ],
    devices,
  );
}
