import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { openDatabase } from '@clarity-keep/db';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment, senderOf } from '../env.ts';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import { renderReport } from '../mail/render-report.ts';
import { buildMessage, messageIdOf } from '../send/build-message.ts';
import { previewReport } from '../send/freeze-report.ts';
import { parseMailboxes } from '../send/mailboxes.ts';
import type { PreviewOptions } from './define-preview.ts';
import type { PickedReport } from './pick-reports.ts';
import { pickReports } from './pick-reports.ts';

/** Shown where REPORT_FROM and REPORT_TO are not set: a preview needs no mail settings. */
const NO_SENDER = 'Clarity Keep <clarity-keep@localhost.invalid>';
const NO_RECIPIENT = { name: '', address: 'recipient@localhost.invalid' };

/** Writes each report to files, and tells where. */
export async function runPreview(deps: CliDeps, options: PreviewOptions): Promise<ExitCode> {
  const environment = parseEnvironment(readVariables(deps.cwd, deps.variables));
  const from = senderOf(environment.REPORT_FROM ?? NO_SENDER);
  const [to = NO_RECIPIENT] =
    environment.REPORT_TO === undefined ? [] : parseMailboxes('REPORT_TO', environment.REPORT_TO);
  const db = openDatabase({ url: environment.DATABASE_URL, cwd: deps.cwd, mustExist: true });
  try {
    const picked = pickReports(db, {
      project: options.project ?? environment.CLARITY_PROJECT_ID,
      week: options.week,
      now: deps.now(),
    });
    const folder = resolve(deps.cwd, options.out);
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw new UsageError(`Cannot write to --out ${folder}: it is no folder.`, { cause: error });
    });
    const previews = [];
    for (const { project, week, isOver } of picked) {
      const { report, sentAt } = await previewReport(db, { project, week });
      if (sentAt !== null) {
        deps.stderr.write(
          `${project.id} ${week}: shown as it was first sent, ${sentAt.toISOString()}.\n`,
        );
      } else if (!isOver) {
        deps.stderr.write(`${project.id} ${week}: the week is not over in ${project.timeZone}.\n`);
      }
      const mail = await renderReport(report);
      // Not the one that is sent, which a mail program would take this one for.
      const messageId = messageIdOf({ projectId: project.id, week, recipient: 'preview', from });
      const eml = await buildMessage(mail, { from, to, messageId, date: deps.now() });
      const base = join(folder, fileName(project.id, picked));
      const files = { html: `${base}.html`, text: `${base}.txt`, eml: `${base}.eml` };
      await writeFile(files.html, mail.html);
      await writeFile(files.text, mail.text);
      await writeFile(files.eml, eml);
      previews.push({ project: project.id, week, subject: mail.subject, files, report });
    }
    deps.stdout.write(
      options.json
        ? jsonText({ previews })
        : previews
            .map(
              ({ subject, files }) =>
                `${subject}\n${Object.values(files)
                  .map((file) => `  ${relative(deps.cwd, file)}\n`)
                  .join('')}`,
            )
            .join(''),
    );
    return exitCodes.done;
  } finally {
    await db.close();
  }
}

/** One report has the plain name; of several each has its project's. */
function fileName(projectId: string, picked: readonly PickedReport[]): string {
  return picked.length === 1 ? 'weekly-report' : `weekly-report.${encodeURIComponent(projectId)}`;
}
