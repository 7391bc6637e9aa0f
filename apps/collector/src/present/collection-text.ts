import Table from 'cli-table3';
import type { CollectedCall, ProjectCollection } from '../collect/project-collection.ts';

/** What a collection did, for people. */
export function collectionText(collection: ProjectCollection): string {
  const { project, calls, facts, sessions, quota } = collection;
  const lines = [
    calls.length === 0
      ? `${project}: nothing to ask, the newest day is known.`
      : `${project}: ${formatText(collection.format)}`,
    ...(calls.length === 0 ? [] : [callsTable(calls)]),
    `Day facts: ${facts.inserted} new, ${facts.replaced} replaced, ${facts.unchanged} unchanged.`,
    ...(collection.format === 'sessions'
      ? [
          `Sessions: ${sessions.inserted} new, ${sessions.duplicates} already known, ${sessions.rejected} rejected.`,
        ]
      : []),
    `Calls today (UTC): ${quota.used} of ${quota.limit}.`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What a call asks for, in words. */
export function windowText({
  numOfDays,
  dimensions,
}: Pick<CollectedCall, 'numOfDays' | 'dimensions'>): string {
  const hours = `the last ${numOfDays * 24} hours`;
  return dimensions.length === 0 ? hours : `${hours} by ${dimensions.join(' x ')}`;
}

function formatText(format: ProjectCollection['format']): string {
  switch (format) {
    case 'insights':
      return 'Clarity answers with totals per segment.';
    case 'sessions':
      return 'Clarity answers with session records.';
    case null:
      return 'no answer yet.';
  }
}

function callsTable(calls: readonly CollectedCall[]): string {
  const table = new Table({
    head: ['asked', 'answer', 'HTTP', 'rows', ''],
    colAligns: ['left', 'left', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const call of calls) {
    table.push([
      windowText(call),
      call.status,
      call.httpStatus ?? '-',
      call.rows ?? '-',
      call.truncated === true ? 'truncated' : '',
    ]);
  }
  return table.toString();
}
