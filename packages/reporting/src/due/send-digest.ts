import type { Schedule } from '@clarity-keep/environment';
import { DIGEST_SCOPE } from '@clarity-keep/db';
import type { SendDeps } from '../delivery/deliver.ts';
import type { DigestSubject } from '../issue/freeze-digest.ts';
import { freezeDigest } from '../issue/freeze-digest.ts';
import type { Mailbox } from '@clarity-keep/mail';
import type { DueResult } from './send-when-due.ts';
import { sendWhenDue } from './send-when-due.ts';
import { waitForSunday } from './wait-for-sunday.ts';

export interface DigestToSend {
  subject: DigestSubject;
  schedule: Schedule;
  from: Mailbox;
  recipients: readonly Mailbox[];
  isForced: boolean;
}

/**
 * Mails one week of all projects, unless it is to wait for the last day of any of them. The reports of
 * the projects are neither sent nor kept by it.
 */
export function sendDigest({
  deps,
  input,
}: {
  deps: SendDeps;
  input: DigestToSend;
}): Promise<DueResult> {
  const { subject, schedule, ...addressed } = input;
  const { week, projects } = subject;
  return sendWhenDue(deps, {
    scope: DIGEST_SCOPE,
    week,
    ...addressed,
    waitsFor: () => {
      const waiting = projects.map(({ project }) =>
        waitForSunday(deps.db, { projectId: project.id, week, schedule, now: deps.now() }),
      );
      return waiting.find((one) => one !== null) ?? null;
    },
    freeze: () => freezeDigest(deps, subject),
  });
}
