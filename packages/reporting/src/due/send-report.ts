import type { Schedule } from '@clarity-keep/environment';
import type { SendDeps } from '../delivery/deliver.ts';
import type { AddWords, ReportSubject } from '../issue/freeze-report.ts';
import { freezeReport } from '../issue/freeze-report.ts';
import type { Mailbox } from '@clarity-keep/mail';
import type { DueResult } from './send-when-due.ts';
import { sendWhenDue } from './send-when-due.ts';
import { waitForSunday } from './wait-for-sunday.ts';

export interface ReportDeps extends SendDeps {
  /** Undefined when no model is asked for words. */
  addWords: AddWords | undefined;
}

export interface ReportToSend extends ReportSubject {
  schedule: Schedule;
  from: Mailbox;
  recipients: readonly Mailbox[];
  /** Send now, and again to everybody, including those who already received it. */
  isForced: boolean;
}

/** What became of one project's report. */
export interface ReportResult extends DueResult {
  project: string;
}

/** Mails one project's report of one week, unless it is to wait for the last day of that. */
export async function sendReport({
  deps,
  input,
}: {
  deps: ReportDeps;
  input: ReportToSend;
}): Promise<ReportResult> {
  const { project, week, tokenExpiresAt, schedule, ...addressed } = input;
  const result = await sendWhenDue(deps, {
    scope: project.id,
    week,
    ...addressed,
    waitsFor: () =>
      waitForSunday(deps.db, { projectId: project.id, week, schedule, now: deps.now() }),
    freeze: () => freezeReport(deps, { project, week, tokenExpiresAt }),
  });
  return { project: project.id, ...result };
}
