import type { Coverage, QuestionWindow } from '@clarity-keep/core';
import { counted, coverageInWords } from '@clarity-keep/core';
import type { BoundedAnswer, RowsToKeep } from './bound-rows.ts';
import { rowsOf } from './bound-rows.ts';
import { compactLines } from './compact-json.ts';
import { fenced } from './untrusted-data.ts';

/** What the answers over days share. */
interface Frame {
  window?: QuestionWindow & { timeZone: string };
  coverage?: Coverage;
}

/**
 * An answer as text: which days it covers and what is known of them, what is left out, and then what was
 * found as a block of data.
 */
export function answerText(
  { answer, rowsLeftOut }: BoundedAnswer<object>,
  keep: RowsToKeep,
): string {
  // Of every answer that has them they are these; see answerSchema of the questions.
  const { window, coverage, ...found } = answer as Frame & Record<string, unknown>;
  const head: string[] = [];
  if (window !== undefined && coverage !== undefined) {
    const { from, to, days, timeZone } = window;
    head.push(
      `Window: ${from} to ${to}, ${counted(days, 'day')} (${timeZone}).`,
      `Coverage: ${coverageInWords(coverage, days)}.`,
    );
  }
  if (rowsLeftOut > 0 && 'rows' in answer) {
    head.push(leftOut(rowsOf(answer).length, rowsLeftOut, keep));
  } else if (rowsLeftOut > 0) {
    head.push(`Truncated: ${rowsLeftOut} later entries of its longest lists are left out.`);
  }
  head.push('Numbers are rounded to four decimals; null is unknown, not zero.');
  return [...head, fenced(compactLines(found))].join('\n');
}

function leftOut(shown: number, more: number, keep: RowsToKeep): string {
  return keep === 'first'
    ? `Truncated: the first ${shown} of ${shown + more} rows. Ask for fewer with limit or minSessions, or for fewer days.`
    : `Truncated: the newest ${shown} of ${shown + more} rows. Ask for the older days with from and to.`;
}
