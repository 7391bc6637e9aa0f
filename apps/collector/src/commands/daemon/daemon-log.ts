import { jsonLine } from '@clarity-keep/command-line';
import type { CliDeps } from '../../cli-deps.ts';
import type { DaemonEvent } from './daemon-event.ts';
import { eventText } from './daemon-event.ts';

/** Writes an event as one line with its instant: for people, or as JSON. */
export function daemonLog(
  { now, stderr }: Pick<CliDeps, 'now' | 'stderr'>,
  { json }: { json: boolean },
): (event: DaemonEvent) => void {
  return (event) => {
    const at = now().toISOString();
    stderr.write(json ? `${jsonLine({ at, ...event })}\n` : `${at} ${eventText(event)}\n`);
  };
}
