import type { Screen, Style } from '@clarity-keep/command-line/table';
import { wrapWords } from '@clarity-keep/command-line/table';
import { counted, displayText } from '@clarity-keep/core';
import type { CheckResult, CheckState } from './verdict.ts';

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

const GAP = '  ';

/** The checks as a list with a mark each, remedies below the problems. */
export function doctorText(result: DoctorResult, { columns, paint }: Screen): string {
  const { checks, problems, warnings } = result;
  const nameWidth = Math.max(...checks.map(({ name }) => name.length));
  const indent = ' '.repeat(1 + GAP.length + nameWidth + GAP.length);
  const list = checks.map(({ name, state, message, remedy }) => {
    const { mark, style } = marks[state];
    const lines = [message, ...(remedy === null ? [] : [`→ ${remedy}`])]
      // Problems of several settings are a list over several lines.
      .flatMap((text) => text.split('\n'))
      .flatMap((text) => wrapWords(displayText(text), columns - indent.length));
    return [paint(style, mark), name.padEnd(nameWidth), lines.join(`\n${indent}`)].join(GAP);
  });
  const counts = `${counted(problems, 'problem')}, ${counted(warnings, 'warning')}`;
  return `${list.join('\n')}\n\n${counts}. ${callsText(result)}\n`;
}

function callsText({ checks, callsSpent }: DoctorResult): string {
  if (callsSpent === 1) return 'One of the ten calls in 24 hours was used.';
  return checks.some(({ name }) => name === 'live-call')
    ? 'No call was used.'
    : 'No call to Clarity was made (--live makes one).';
}
