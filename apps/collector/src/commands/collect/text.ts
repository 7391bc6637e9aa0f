import type { Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import { callsUsed, callText, dayStateName, integer } from '@clarity-keep/core';
import type { CollectedCall, ProjectCollection } from '@clarity-keep/collection';
import { factsText } from '../../terminal/facts-text.ts';
import { countText } from '../../terminal/numbers.ts';

/** What a collection did, for people. */
export function collectionText(collection: ProjectCollection, screen: Screen): string {
  const { project, calls, facts, sessions, quota, error } = collection;
  // The run ended before the ledger was opened, so calls and facts are unknown.
  if (error?.code === 'configuration' || error?.code === 'defect') {
    return `${project}: not collected.\n`;
  }
  const lines = [
    `${project}: ${calls.length === 0 ? silenceText(collection) : formatText(collection.format)}`,
    ...(calls.length === 0 ? [] : ['', callsTable(calls, screen), '']),
    factsText(facts),
    ...(collection.format === 'sessions'
      ? [
          `Sessions: ${integer(sessions.inserted)} new, ${integer(sessions.duplicates)} already known, ${integer(sessions.rejected)} rejected.`,
        ]
      : []),
    `Quota: ${callsUsed(quota)}.`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Why no call was made. */
function silenceText({ error, isLeftToAnother, callsFreeAt }: ProjectCollection): string {
  if (isLeftToAnother) return 'another process is already collecting it.';
  if (error !== null) return 'no call was made.';
  return callsFreeAt === null
    ? 'nothing to collect, everything is up to date.'
    : 'no call is free now.';
}

function formatText(format: ProjectCollection['format']): string {
  switch (format) {
    case 'insights':
      return 'Clarity returns totals per segment.';
    case 'sessions':
      return 'Clarity returns session records.';
    case null:
      return 'no response has been parsed yet.';
  }
}

function callsTable(calls: readonly CollectedCall[], screen: Screen): string {
  const { text } = table(
    calls,
    [
      { head: 'asked', kind: 'left', cell: callText },
      { head: 'response', kind: 'left', cell: answerText },
      { head: 'HTTP', kind: 'right', cell: ({ httpStatus }) => String(httpStatus ?? '-') },
      { head: 'rows', kind: 'right', cell: ({ rows }) => countText(rows) },
    ],
    screen,
  );
  return text;
}

function answerText({ status, truncated }: CollectedCall): string {
  return truncated === true ? `${status}, ${dayStateName('truncated')}` : status;
}
