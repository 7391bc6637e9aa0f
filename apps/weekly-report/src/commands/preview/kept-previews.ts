import { minuteUtc } from '@clarity-keep/core';
import type { CliDeps } from '../../cli-deps.ts';
import {
  openReports,
  previewReport,
  recipientsIfSet,
  requireWordsSettings,
  wordsAdder,
} from '@clarity-keep/reporting';
import type { Mailbox } from '@clarity-keep/mail';
import type { PreviewOptions } from './command.ts';
import type { OpenedReports, ReportSettings } from '@clarity-keep/reporting';
import type { Preview } from './write-preview.ts';

/** Shown where REPORT_TO is not set. */
export const NO_RECIPIENT: Mailbox = { name: '', address: 'recipient@localhost.invalid' };

/** The reports of the projects in the database. Tells of each what is not as it will be sent. */
export async function keptPreviews(
  deps: CliDeps,
  settings: ReportSettings,
  options: PreviewOptions,
): Promise<Preview[]> {
  const addWords = options.words
    ? wordsAdder(deps, requireWordsSettings(settings.environment))
    : undefined;
  const opened = await openReports(deps, settings, options);
  try {
    const previews: Preview[] = [];
    for (const { project, week, isOver, tokenExpiresAt } of opened.reports) {
      const { report, mail, sentAt, isAsSent } = await previewReport(opened.db, {
        project,
        week,
        tokenExpiresAt,
        now: deps.now(),
        addWords,
      });
      if (sentAt !== null) {
        const at = minuteUtc(sentAt);
        const how = isAsSent
          ? `shown as it was first sent, ${at}`
          : `sent ${at} by version 0.1, which stored its data but not the mail; shown as it would look now`;
        deps.stderr.write(`${project.id} ${week}: ${how}.\n`);
      } else if (!isOver) {
        deps.stderr.write(
          `${project.id} ${week}: the week is not over yet in ${project.timeZone}.\n`,
        );
      }
      const scope = project.id;
      const to = firstRecipient(settings, scope);
      previews.push({ name: fileName(scope, opened), scope, week, model: { report }, mail, to });
    }
    return previews;
  } finally {
    await opened.db.close();
  }
}

/** Who stands in the preview of a scope, which needs no recipient. */
export function firstRecipient(settings: ReportSettings, scope: string): Mailbox {
  return recipientsIfSet(settings, scope)[0] ?? NO_RECIPIENT;
}

/** One report has the plain name; of several each has its project's. */
function fileName(projectId: string, { reports }: OpenedReports): string {
  return reports.length === 1 ? 'weekly-report' : `weekly-report.${encodeURIComponent(projectId)}`;
}
