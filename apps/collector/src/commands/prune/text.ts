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
      `Raw answers from ${dayText(oldest)} to ${dayText(newest)}: ${countText(answers)}, ${bytesText(bytes)}. ` +
        'Without them "reparse" can no longer group those days by other URL rules; their numbers stay.',
    );
  } else {
    lines.push(`No raw answer that was read and counted ended before ${dayText(before)}.`);
  }
  if (kept > 0) {
    lines.push(
      `Of that age, but kept, because they were not read or nothing of them was counted: ${countText(kept)}.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What was given up, for people. */
export function pruneText({ dryRun, pruned, shrunk, file }: PruneResult): string {
  if (dryRun) return 'Nothing was changed (--dry-run).\n';
  const { answers, bytes } = pruned;
  const lines = [`Raw answers given up: ${countText(answers)}, ${bytesText(bytes)}.`];
  if (shrunk === null) {
    lines.push(
      `The file keeps its size, ${bytesText(file.bytes)}; new answers fill the ${bytesText(file.freeBytes)} that are free in it. ` +
        '--vacuum gives them back to the disk.',
    );
  } else {
    const { bytesBefore, bytesAfter, isOnDisk } = shrunk;
    lines.push(`The file had ${bytesText(bytesBefore)}, and has ${bytesText(bytesAfter)}.`);
    if (!isOnDisk) {
      lines.push('Another program still reads it: the room is free when that has closed it.');
    }
  }
  return `${lines.join('\n')}\n`;
}

function dayText(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
