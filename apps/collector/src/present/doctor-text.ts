import { displayText } from '@clarity-keep/core';
import Table from 'cli-table3';
import type { CheckResult, CheckState } from '../doctor/verdict.ts';
import type { Screen, Style } from './screen.ts';
import { frameless } from './table.ts';

/** What `doctor --json` prints. */
export interface DoctorResult {
  checks: CheckResult[];
  problems: number;
  warnings: number;
  callsSpent: 0 | 1;
}

const marks: Record<CheckState, { mark: string; style: Style }> = {
  ok: { mark: '✓', style: 'green' },
  warning: { mark: '!', style: 'yellow' },
  problem: { mark: '✗', style: 'red' },
  skipped: { mark: '·', style: 'dim' },
};

const GAP = 2;

/** The checks as a list with a mark each, remedies under what they are for. */
export function doctorText(result: DoctorResult, { columns, paint }: Screen): string {
  const { checks, problems, warnings, callsSpent } = result;
  const nameWidth = Math.max(...checks.map(({ name }) => name.length)) + GAP;
  const list = new Table({
    chars: { ...frameless, mid: '', 'mid-mid': '', middle: '' },
    colWidths: [1 + GAP, nameWidth, columns - nameWidth - 1 - GAP],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    wordWrap: true,
  });
  for (const { name, state, message, remedy } of checks) {
    const { mark, style } = marks[state];
    const lines = [message, ...(remedy === null ? [] : [`→ ${remedy}`])];
    list.push([paint(style, mark), name, lines.map(linesText).join('\n')]);
  }
  const text = list
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  const counts = `${counted(problems, 'problem')}, ${counted(warnings, 'warning')}`;
  const calls =
    callsSpent === 1
      ? 'One of the ten calls of the day was spent.'
      : 'No call to Clarity was made (--live makes one).';
  return `${text}\n\n${counts}. ${calls}\n`;
}

/** Messages of settings are lists over several lines. */
function linesText(text: string): string {
  return text.split('\n').map(displayText).join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
