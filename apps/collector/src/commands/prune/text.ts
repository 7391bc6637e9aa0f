import { byteSize, dayOfInstant, integer } from '@clarity-keep/core';
import type { FileSize, PrunableBodies, Shrinking } from '@clarity-keep/db';

/** What `prune` did, as `prune --json` prints it. */
export interface PruneResult {
  before: Date;
  dryRun: boolean;
  found: PrunableBodies;
  pruned: { answers: number; bytes: number };
  /** Null when it was not asked for. */
  shrunk: Shrinking | null;
  file: FileSize;
}

/** What is about to be deleted, said beforehand. */
export function intentionText(found: PrunableBodies, before: Date): string {
  const { answers, bytes, oldest, newest, kept } = found;
  const lines: string[] = [];
  if (oldest !== null && newest !== null) {
    lines.push(
      `Raw responses from ${utcDay(oldest)} to ${utcDay(newest)}: ${integer(answers)}, ${byteSize(bytes)}. ` +
        'Without them "reparse" can no longer regroup those days; their numbers stay.',
    );
  } else {
    lines.push(`No parsed raw responses are older than ${utcDay(before)}.`);
  }
  if (kept > 0) {
    lines.push(
      `Also that old, but not deleted because nothing was parsed from them: ${integer(kept)}.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What was deleted, for people. */
export function pruneText({ dryRun, pruned, shrunk, file }: PruneResult): string {
  if (dryRun) return 'Nothing was changed (--dry-run).\n';
  const { answers, bytes } = pruned;
  const lines = [`Raw responses deleted: ${integer(answers)}, ${byteSize(bytes)}.`];
  if (shrunk === null) {
    lines.push(
      `The file keeps its size, ${byteSize(file.bytes)}; new responses will use its ${byteSize(file.freeBytes)} of free space. ` +
        '--vacuum returns it to the disk.',
    );
  } else {
    const { bytesBefore, bytesAfter, isOnDisk } = shrunk;
    lines.push(`The file shrank from ${byteSize(bytesBefore)} to ${byteSize(bytesAfter)}.`);
    if (!isOnDisk) {
      lines.push(
        'Another program still has it open; the space is freed when that program closes it.',
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function utcDay(instant: Date): string {
  return dayOfInstant(instant, 'UTC');
}
