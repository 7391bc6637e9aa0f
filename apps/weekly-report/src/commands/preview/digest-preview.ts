import { minuteUtc } from '@clarity-keep/core';
import { UsageError } from '@clarity-keep/command-line';
import { DIGEST_SCOPE } from '@clarity-keep/db';
import type { CliDeps } from '../../cli-deps.ts';
import type { ReportSettings } from '@clarity-keep/reporting';
import { issueName, openReports, pickDigest, previewDigest } from '@clarity-keep/reporting';
import type { PreviewOptions } from './command.ts';
import { firstRecipient } from './kept-previews.ts';
import type { Preview } from './write-preview.ts';

/**
 * The digest of all projects. Tells what is not as it will be sent.
 *
 * @throws UsageError when one project was asked for as well.
 */
export async function digestPreview(
  deps: CliDeps,
  settings: ReportSettings,
  { week, project }: Pick<PreviewOptions, 'week' | 'project'>,
): Promise<Preview> {
  if (project !== undefined) {
    throw new UsageError('--digest is one mail for all projects. Leave out --project.');
  }
  const { db, reports } = await openReports(deps, settings, { week });
  try {
    const subject = pickDigest({ reports, configuration: settings.configuration });
    const { digest, mail, sentAt } = await previewDigest({ db, now: deps.now() }, subject);
    const name = issueName(DIGEST_SCOPE, subject.week);
    if (sentAt !== null) {
      deps.stderr.write(`${name}: shown as it was first sent, ${minuteUtc(sentAt)}.\n`);
    } else if (reports.some(({ isOver }) => !isOver)) {
      deps.stderr.write(`${name}: the week is not over yet in every time zone.\n`);
    }
    return {
      name: 'weekly-digest',
      scope: DIGEST_SCOPE,
      week: subject.week,
      model: { digest },
      mail,
      to: firstRecipient(settings, DIGEST_SCOPE),
    };
  } finally {
    await db.close();
  }
}
