import type { Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import type { Day } from '@clarity-keep/core';
import { displayText } from '@clarity-keep/core';
import { nameText } from '../../terminal/name-text.ts';
import { pageColumn } from '../../page-notes/page-column.ts';

export interface ShownMute {
  page: string;
  reason: string;
  /** The last day of it; null for no end. */
  until: Day | null;
  isInForce: boolean;
}

/** The mutes of a project, a line each. */
export function mutesText(
  mutes: readonly ShownMute[],
  { projectId, screen }: { projectId: string; screen: Screen },
): string {
  if (mutes.length === 0) return `No page of ${projectId} is muted.\n`;
  const { text } = table(
    mutes,
    [
      pageColumn(mutes, screen),
      { head: 'muted until', kind: 'left', cell: endText },
      { head: 'reason', kind: 'wrapping', cell: ({ reason }) => displayText(reason) },
    ],
    screen,
  );
  return `${text}\n`;
}

export function mutedText({ page, reason, until }: ShownMute): string {
  const end = until === null ? 'for good' : `up to and including ${until}`;
  return `${nameText(page)} is kept out of the weekly report ${end}: ${displayText(reason)}\n`;
}

export function unmutedText({ page }: { page: string }): string {
  return `${nameText(page)} is reported on again.\n`;
}

function endText({ until, isInForce }: ShownMute): string {
  if (until === null) return 'no end';
  return isInForce ? until : `${until}, over`;
}
