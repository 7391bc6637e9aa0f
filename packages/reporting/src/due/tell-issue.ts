import type { Output } from '@clarity-keep/command-line';
import type { Schedule } from '@clarity-keep/environment';
import type { DueResult } from './send-when-due.ts';
import { sendMessages, sendSummary, waitingMessage } from './sending-text.ts';

/** Says what became of an issue: what needs attention on stderr, and last a line for the whole of it. */
export function tellIssue(
  { stdout, stderr }: { stdout: Output; stderr: Output },
  { scope, result, schedule }: { scope: string; result: DueResult; schedule: Schedule },
): void {
  const { week, waiting } = result;
  for (const message of sendMessages(scope, result)) stderr.write(`${message}\n`);
  if (waiting === null) stdout.write(`${sendSummary(scope, result)}\n`);
  else stderr.write(`${waitingMessage(scope, { week, waiting }, schedule)}\n`);
}
