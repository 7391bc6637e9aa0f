import type { FileSize, PrunableBodies, Shrinking } from '@clarity-keep/db';
import { bytesText, countText } from '../../terminal/numbers.ts';

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

/** What is about to be given up, told before it is. */
export function intentionText(found: PrunableBodies, before: Date): string {
  const { answers, bytes, oldest, newest, kept } = found;
  const lines: string[] = [];
  if (oldest !== null && newest !== null) {
    lines.push(
      `Raw responses from ${dayText(oldest)} to ${dayText(newest)}: ${countText(answers)}, ${bytesText(bytes)}. ` +
        'Without them "reparse" can no longer regroup those days; their numbers stay.',
    );
  } else {
    lines.push(`No parsed raw responses are older than ${dayText(before)}.`);
  }
  if (kept > 0) {
    lines.push(
      `Also that old, but not deleted because nothing was parsed from them: ${countText(kept)}.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What was given up, for people. */
export function pruneText({ dryRun, pruned, shrunk, file }: PruneResult): string {
  if (dryRun) return 'Nothing was changed (--dry-run).\n';
  const { answers, bytes } = pruned;
  const lines = [`Raw responses deleted: ${countText(answers)}, ${bytesText(bytes)}.`];
  if (shrunk === null) {
    lines.push(
      `The file keeps its size, ${bytesText(file.bytes)}; new responses will use its ${bytesText(file.freeBytes)} of free space. ` +
        '--vacuum returns it to the disk.',
    );
  } else {
    const { bytesBefore, bytesAfter, isOnDisk } = shrunk;
    lines.push(`The file shrank from ${bytesText(bytesBefore)} to ${bytesText(bytesAfter)}.`);
    if (!isOnDisk) {
      lines.push(
        'Another program still has it open; the space is freed when that program closes it.',
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function dayText(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
