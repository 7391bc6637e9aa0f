import { DIGEST_SCOPE } from '@clarity-keep/db';
import type { CliDeps } from '../cli-deps.ts';
import type { ReportEnvironment } from '@clarity-keep/environment';
import { recipientsOf, requireMailSettings } from '../env.ts';
import { sendDigest } from '../send/send-digest.ts';
import { configuredFor } from './configured-for.ts';
import { confirmForce } from './confirm-force.ts';
import type { SendOptions } from './define-send.ts';
import { exitCodeOf, isLoginRefused } from './exit-code-of.ts';
import { openReports } from './open-reports.ts';
import { pickDigest } from './pick-digest.ts';
import { refuseEarly } from './pick-reports.ts';
import type { Sending } from './send-reports.ts';
import { sendMessages, sendSummary, waitingMessage } from './send-text.ts';

/** Sends one mail over all projects, and tells what became of it. */
export async function sendTheDigest(
  deps: CliDeps,
  environment: ReportEnvironment,
  { week, force, yes, json }: Pick<SendOptions, 'week' | 'force' | 'yes' | 'json'>,
): Promise<Sending> {
  const { stdout, stderr, now } = deps;
  const { smtp, from, publicUrl, dkim } = requireMailSettings(environment, deps.cwd);
  const { db, configuration, reports } = await openReports(deps, environment, { week });
  try {
    refuseEarly(reports);
    const { schedule } = configuration;
    const subject = pickDigest({ configuration, reports });
    const recipients = recipientsOf(environment, configuredFor(configuration, DIGEST_SCOPE));
    const issue = { scope: DIGEST_SCOPE, week: subject.week, recipients };
    if (force) await confirmForce(deps, { issues: [issue], yes });
    const transport = await deps.openTransport(smtp);
    const result = await sendDigest({
      deps: { db, transport, now, publicUrl, dkim },
      input: { subject, schedule, from, recipients, isForced: force },
    });
    for (const message of sendMessages(DIGEST_SCOPE, result)) stderr.write(`${message}\n`);
    if (result.waiting !== null) {
      stderr.write(
        `${waitingMessage(DIGEST_SCOPE, { week: subject.week, waiting: result.waiting }, schedule)}\n`,
      );
    } else if (!json) stdout.write(`${sendSummary(DIGEST_SCOPE, result)}\n`);
    return {
      exitCode: exitCodeOf(result),
      answer: { digest: result },
      isLoginRefused: isLoginRefused(result),
    };
  } finally {
    await db.close();
  }
}
