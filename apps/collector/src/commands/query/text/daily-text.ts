import type { Column, Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import type { DayState } from '@clarity-keep/core';
import { shortWeekday } from '@clarity-keep/core';
import { countText } from '../../../terminal/numbers.ts';
import { leftOutNote } from './answer-text.ts';
import { paintedState } from '../../../terminal/state-marks.ts';
import type { SignalCounts } from './signal-columns.ts';
import { signalColumns, signalLegend } from './signal-columns.ts';

interface DailyRow {
  day: string;
  state: DayState;
  sessions: number | null;
  signals: SignalCounts;
}

const WIDE_BAR = 16;
const NARROW_BAR = 8;
const WIDE_SCREEN = 80;

/** A table of days and what its columns mean. */
export function dailyText(rows: readonly DailyRow[], screen: Screen): string[] {
  const most = Math.max(1, ...rows.map(({ sessions }) => sessions ?? 0));
  const width = screen.columns < WIDE_SCREEN ? NARROW_BAR : WIDE_BAR;
  const columns: Column<DailyRow>[] = [
    { head: 'day', kind: 'left', cell: ({ day }) => `${shortWeekday(day)} ${day}` },
    { head: 'state', kind: 'left', cell: ({ state }) => paintedState(state, screen.paint) },
    { head: 'sessions', kind: 'right', cell: ({ sessions }) => countText(sessions) },
    { head: '', kind: 'left', cell: ({ sessions }) => bar(sessions, { most, width }) },
    ...signalColumns<DailyRow>('rate'),
  ];
  const { text, leftOut } = table(rows, columns, screen);
  const notes = [screen.paint('dim', signalLegend('rate')), leftOutNote(leftOut, screen)];
  return [text, notes.filter(Boolean).join('\n')];
}

const EIGHTHS = ' ▏▎▍▌▋▊▉█';

function bar(sessions: number | null, { most, width }: { most: number; width: number }): string {
  if (sessions === null) return '·'.repeat(width);
  const eighths = Math.round((sessions / most) * width * 8);
  const full = '█'.repeat(Math.floor(eighths / 8));
  return `${full}${EIGHTHS[eighths % 8] ?? ''}`.trimEnd();
}
