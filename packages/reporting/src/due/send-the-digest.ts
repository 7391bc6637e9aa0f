import { DIGEST_SCOPE } from '@clarity-keep/db';
import { sendDigest } from './send-digest.ts';
import { requireMailSettings } from '../settings/mail-settings.ts';
import { recipientsOf } from '../settings/recipients.ts';
import type { ReportSettings } from '../settings/report-settings.ts';
import { exitCodeOf, isLoginRefused } from './exit-code-of.ts';
import { openReports } from './open-reports.ts';
import { pickDigest } from './pick-digest.ts';
import { refuseEarly } from './pick-reports.ts';
import type { Sending, SendingDeps, SendingRequest } from './sending-deps.ts';
import { tellIssue } from './tell-issue.ts';

/** Sends one mail for all projects, and tells what became of it. */
export async function sendTheDigest(
  deps: SendingDeps,
  settings: ReportSettings,
  { week, confirmForce }: Pick<SendingRequest, 'week' | 'confirmForce'>,
): Promise<Sending> {
  const { smtp, from, publicUrl, dkim } = requireMailSettings(settings);
  const { db, reports } = await openReports(deps, settings, { week });
  try {
    refuseEarly(reports);
    const { configuration } = settings;
    const { schedule } = configuration;
    const subject = pickDigest({ configuration, reports });
    const recipients = recipientsOf(settings, DIGEST_SCOPE);
    await confirmForce?.([{ scope: DIGEST_SCOPE, week: subject.week, recipients }]);
    const transport = await deps.openTransport(smtp);
    const isForced = confirmForce !== undefined;
    const result = await sendDigest({
      deps: { db, transport, now: deps.now, publicUrl, dkim },
      input: { subject, schedule, from, recipients, isForced },
    });
    tellIssue(deps, { scope: DIGEST_SCOPE, result, schedule });
    return {
      exitCode: exitCodeOf(result),
      answer: { digest: result },
      isLoginRefused: isLoginRefused(result),
    };
  } finally {
    await db.close();
  }
}
