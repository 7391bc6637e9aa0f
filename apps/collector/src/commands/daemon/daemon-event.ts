import type { ExitCode } from '@clarity-keep/command-line';
import { displayText } from '@clarity-keep/core';
import type { Job } from '@clarity-keep/collection';
import type { Reason } from './job-state.ts';

/** What the daemon logs, one line each. */
export type DaemonEvent =
  | { type: 'ready'; collect: string; report: string; timeZone: string }
  | { type: 'waiting'; collect: string; report: string }
  | { type: 'clock-jumped'; from: string; to: string }
  | { type: 'job-started'; job: Job; reason: Reason }
  | { type: 'job-said'; job: Job; line: string }
  | { type: 'job-skipped'; job: Job; why: string }
  | { type: 'job-ended'; job: Job; exitCode: ExitCode; seconds: number; retryAt: string | null }
  | { type: 'stopping'; job: Job | null }
  | { type: 'stopped' };

/** An event as a person reads it. */
export function eventText(event: DaemonEvent): string {
  switch (event.type) {
    case 'ready':
      return `ready: collect at ${event.collect}, report at ${event.report} (${event.timeZone})`;
    case 'waiting':
      return `waiting: collect at ${event.collect}, report at ${event.report}`;
    case 'clock-jumped':
      return `the clock jumped from ${event.from} to ${event.to}, or the machine slept`;
    case 'job-started':
      return `${event.job}: starts (${event.reason})`;
    case 'job-said':
      return `${event.job}: ${displayText(event.line)}`;
    case 'job-skipped':
      return `${event.job}: skipped, ${event.why}`;
    case 'job-ended':
      return `${event.job}: ended with exit code ${event.exitCode} after ${event.seconds} s${event.retryAt === null ? '' : `, retries at ${event.retryAt}`}`;
    case 'stopping':
      return event.job === null
        ? 'stopping'
        : `stopping once ${event.job} has finished; another signal stops it immediately`;
    case 'stopped':
      return 'stopped';
  }
}
