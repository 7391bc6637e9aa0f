import type { Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import type { Day } from '@clarity-keep/core';
import { displayText, nameText } from '@clarity-keep/core';
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
  if (mutes.length === 0) return `No pages of ${projectId} are muted.\n`;
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
  const end = until === null ? 'for good' : `through ${until}`;
  return `${nameText(page)} is muted in the weekly report ${end}: ${displayText(reason)}\n`;
}

export function unmutedText({ page }: { page: string }): string {
  return `${nameText(page)} is unmuted and will be in the weekly report again.\n`;
}

function endText({ until, isInForce }: ShownMute): string {
  if (until === null) return 'no end';
  return isInForce ? until : `${until}, over`;
}
