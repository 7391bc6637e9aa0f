import type { ArchiveHealth } from '@clarity-keep/db';
import { loadArchiveHealth } from '@clarity-keep/db';
import type { Check } from '../../check.ts';
import { askable } from '../../database-subject.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, skipped, warning } from '../../verdict.ts';

const HOUR_MS = 3_600_000;

/** Whether stored responses wait to be parsed. */
export function archiveVerdict({
  unread,
  notUnderstood,
  reasons,
  unsettled,
}: ArchiveHealth): Verdict {
  const found: [number, string, string][] = [
    [
      notUnderstood,
      `Stored responses that could not be parsed: ${notUnderstood}. Latest reasons: ${reasons.join(' ')}`,
      'Update Clarity Keep and run "clarity-keep reparse"; if that does not help, report the problem with one of them.',
    ],
    [
      unread,
      `Stored responses not parsed yet: ${unread}.`,
      'The next "clarity-keep collect" parses them, without a call.',
    ],
    [
      unsettled,
      `Calls that started but never finished, and count as used: ${unsettled}.`,
      'A process was killed during a call. If it happens again, find out what kills it.',
    ],
  ];
  const waiting = found.filter(([count]) => count > 0);
  if (waiting.length === 0) return ok('All stored responses were parsed.');
  return warning(
    waiting.map(([, message]) => message).join(' '),
    waiting.map(([, , remedy]) => remedy).join(' '),
  );
}

export const archiveCheck: Check = {
  name: 'archive',
  run: ({ now, database }) => {
    const asked = askable(database);
    if ('why' in asked) return skipped(asked.why);
    const since = new Date(now.getTime() - HOUR_MS);
    return archiveVerdict(loadArchiveHealth(asked.db, { since }));
  },
};
