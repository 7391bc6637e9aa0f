import type { ReportIssue } from '@clarity-keep/db';
import { loadProject } from '@clarity-keep/db';
import type { RenderedMail } from '@clarity-keep/mail';
import type { SendDeps } from '../delivery/deliver.ts';
import { freezeReport } from './freeze-report.ts';
import { unpackMail } from './pack-mail.ts';
import type { IssueResult, IssueToSend } from '../delivery/send-issue.ts';
import { sendIssue } from '../delivery/send-issue.ts';

/** Sends a kept issue to those of its recipients who have not got it. */
export async function sendAgain({
  deps,
  input,
}: {
  deps: SendDeps;
  input: Pick<IssueToSend, 'from' | 'recipients' | 'only'> & { issue: ReportIssue };
}): Promise<IssueResult> {
  const { issue, ...addressed } = input;
  const { id: issueId, scope, week } = issue;
  const mail = await mailOf(deps, issue);
  return sendIssue({ deps, input: { issueId, scope, week, mail, ...addressed } });
}

async function mailOf(deps: SendDeps, { scope, week, mail }: ReportIssue): Promise<RenderedMail> {
  if (mail !== null) return unpackMail(mail);
  const project = loadProject(deps.db, scope);
  if (project === null) throw new Error(`The mail of ${scope} ${week} was not kept.`);
  return (await freezeReport(deps, { project, week, tokenExpiresAt: null })).mail;
}
