import type { Configuration, ReportEnvironment } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { configuredFor, openReports, previewReport, recipientsOf, requireWordsSettings, wordsAdder } from '@clarity-keep/reporting';
import type { Mailbox } from '@clarity-keep/mail';
import type { PreviewOptions } from './command.ts';
import type { OpenedReports } from '@clarity-keep/reporting';
import type { Preview } from './write-preview.ts';

/** Shown where REPORT_TO is not set. */
export const NO_RECIPIENT: Mailbox = { name: '', address: 'recipient@localhost.invalid' };

/** The reports of the projects in the database. Tells of each what is not as it will be sent. */
export async function keptPreviews(
  deps: CliDeps,
  environment: ReportEnvironment,
  options: PreviewOptions,
): Promise<Preview[]> {
  const addWords = options.words ? wordsAdder(deps, requireWordsSettings(environment)) : undefined;
  const opened = await openReports(deps, environment, options);
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
        const at = sentAt.toISOString();
        const how = isAsSent
          ? `shown as it was first sent, ${at}`
          : `sent by version 0.1, ${at}, which kept its data and not the mail: shown as it would be now`;
        deps.stderr.write(`${project.id} ${week}: ${how}.\n`);
      } else if (!isOver) {
        deps.stderr.write(`${project.id} ${week}: the week is not over in ${project.timeZone}.\n`);
      }
      const scope = project.id;
      const to = firstRecipient(environment, opened.configuration, scope);
      previews.push({ name: fileName(scope, opened), scope, week, model: { report }, mail, to });
    }
    return previews;
  } finally {
    await opened.db.close();
  }
}

/** Who stands in the preview of a scope, which needs no recipient. */
export function firstRecipient(
  environment: ReportEnvironment,
  configuration: Configuration,
  scope: string,
): Mailbox {
  const configured = configuredFor(configuration, scope);
  const isNobodySet = environment.REPORT_TO === undefined && configured?.recipients === undefined;
  const [first = NO_RECIPIENT] = isNobodySet ? [] : recipientsOf(environment, configured);
  return first;
}

/** One report has the plain name; of several each has its project's. */
function fileName(projectId: string, { reports }: OpenedReports): string {
  return reports.length === 1 ? 'weekly-report' : `weekly-report.${encodeURIComponent(projectId)}`;
}
