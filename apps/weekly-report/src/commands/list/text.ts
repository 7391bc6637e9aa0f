import type { Column, Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import { displayText } from '@clarity-keep/core';
import type { reportsList } from '@clarity-keep/queries';
import type * as z from 'zod';

type ReportRow = z.output<(typeof reportsList)['output']>['rows'][number];

/** The reports that were sent, a line each. */
export function listText(rows: readonly ReportRow[], screen: Screen): string {
  if (rows.length === 0) return 'No report has been sent yet.\n';
  const counted = (state: keyof ReportRow['recipients']): Column<ReportRow> => ({
    head: state,
    kind: 'right',
    cell: ({ recipients }) => String(recipients[state]),
  });
  const isWaiting = rows.some(({ recipients }) => recipients.scheduled > 0);
  const { text } = table(
    rows,
    [
      { head: 'week', kind: 'left', cell: ({ week }) => week },
      {
        head: 'project',
        kind: 'left',
        cell: ({ project }) => (project === null ? 'all (digest)' : displayText(project)),
      },
      counted('sent'),
      counted('failed'),
      counted('unfinished'),
      ...(isWaiting ? [counted('scheduled')] : []),
      { head: 'headline', kind: 'wrapping', cell: headlineText },
    ],
    screen,
  );
  return `${text}\n`;
}

function headlineText({ headline, isLegacy }: ReportRow): string {
  return `${displayText(headline)}${isLegacy ? ' (by version 0.1: data only)' : ''}`;
}
