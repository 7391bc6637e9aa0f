import type { Column, Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import type { Ranking } from '@clarity-keep/core';
import { DEFAULT_MIN_SESSIONS, impactMeaning, nameText } from '@clarity-keep/core';
import type { pagesFrustration } from '@clarity-keep/queries';
import type * as z from 'zod';
import { countText, impactText } from '../../../terminal/numbers.ts';
import { answerText, emptyNote, leftOutNote } from './answer-text.ts';
import { signalColumns, signalLegend } from './signal-columns.ts';

type PagesAnswer = z.output<(typeof pagesFrustration)['output']>;

type PageRow = PagesAnswer['rows'][number];

export interface PagesOrder {
  rank?: Ranking | undefined;
  minSessions?: number | undefined;
}

/** The ranked pages, and apart from them those without known signals, or with too few sessions to be judged. */
export function pagesText(
  answer: PagesAnswer,
  { rank = 'impact', minSessions = DEFAULT_MIN_SESSIONS }: PagesOrder,
  screen: Screen,
): string {
  if (answer.rows.length === 0) {
    return answerText(
      answer,
      [emptyNote(answer, 'No page had sessions on the days collected.')],
      screen,
    );
  }
  const measure = rank === 'signals' ? 'events' : 'rate';
  const columns: Column<PageRow>[] = [
    { head: '#', kind: 'right', cell: (row) => countText(row.rank) },
    { head: 'page', kind: 'yielding', cell: (row) => nameText(row.page) },
    { head: 'sessions', kind: 'right', cell: (row) => countText(row.sessions) },
    { head: 'impact', kind: 'right', cell: (row) => impactText(row.impact) },
    ...signalColumns<PageRow>(measure),
  ];
  const ranked = answer.rows.filter((row) => row.rank !== null);
  const unknown = answer.rows.filter((row) => row.rank === null && row.enoughData);
  const apart = answer.rows.filter((row) => row.rank === null && !row.enoughData);
  const section = (title: string, rows: PageRow[]): string[] =>
    rows.length === 0
      ? []
      : [`${screen.paint('bold', title)}\n${table(rows, columns.slice(1), screen).text}`];
  const judged = table(ranked, columns, screen);
  const legend = [impactMeaning, signalLegend(measure)].join('\n');
  return answerText(
    answer,
    [
      ranked.length === 0 ? '' : judged.text,
      ...section('Not ranked: their signals are unknown', unknown),
      ...section(`Too few visits to judge (under ${minSessions} sessions)`, apart),
      [screen.paint('dim', legend), leftOutNote(judged.leftOut, screen)].filter(Boolean).join('\n'),
    ],
    screen,
  );
}
