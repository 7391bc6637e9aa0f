import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Configuration } from '@clarity-keep/environment';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import type { Environment } from '../env.ts';
import { parseEnvironment, recipientsOf, senderOf } from '../env.ts';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import { buildMessage, messageIdOf } from '../send/build-message.ts';
import { previewReport } from '../send/freeze-report.ts';
import { wordsAdder } from '../words/words-adder.ts';
import { requireWordsSettings } from '../words/words-settings.ts';
import type { Mailbox } from '../send/mailboxes.ts';
import type { PreviewOptions } from './define-preview.ts';
import type { PickedReport } from './pick-reports.ts';
import { openReports } from './open-reports.ts';

/** Shown where REPORT_FROM and REPORT_TO are not set: a preview needs no mail settings. */
const NO_SENDER = 'Clarity Keep <clarity-keep@localhost.invalid>';
const NO_RECIPIENT = { name: '', address: 'recipient@localhost.invalid' };

/** Writes each report to files, and tells where. */
export async function runPreview(deps: CliDeps, options: PreviewOptions): Promise<ExitCode> {
  const environment = parseEnvironment(readVariables(deps.cwd, deps.variables));
  const from = senderOf(environment.REPORT_FROM ?? NO_SENDER);
  const addWords = options.words ? wordsAdder(deps, requireWordsSettings(environment)) : undefined;
  const { db, configuration, reports } = await openReports(deps, environment, options);
  try {
    const folder = resolve(deps.cwd, options.out);
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw new UsageError(`Cannot write to --out ${folder}: it is no folder.`, { cause: error });
    });
    const previews = [];
    for (const { project, week, isOver } of reports) {
      const { report, mail, sentAt } = await previewReport(db, {
        project,
        week,
        now: deps.now(),
        addWords,
      });
      if (sentAt !== null) {
        deps.stderr.write(
          `${project.id} ${week}: shown as it was first sent, ${sentAt.toISOString()}.\n`,
        );
      } else if (!isOver) {
        deps.stderr.write(`${project.id} ${week}: the week is not over in ${project.timeZone}.\n`);
      }
      // Not the one that is sent, which a mail program would take this one for.
      const messageId = messageIdOf({ projectId: project.id, week, recipient: 'preview', from });
      const to = firstRecipient(environment, configuration, project.id);
      const eml = await buildMessage(mail, { from, to, messageId, date: deps.now() });
      const base = join(folder, fileName(project.id, reports));
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

/** A preview needs no recipient. */
function firstRecipient(
  environment: Environment,
  { projects }: Configuration,
  projectId: string,
): Mailbox {
  const configured = projects.find(({ id }) => id === projectId);
  const isNobodySet = environment.REPORT_TO === undefined && configured?.recipients === undefined;
  const [first = NO_RECIPIENT] = isNobodySet ? [] : recipientsOf(environment, configured);
  return first;
}

/** One report has the plain name; of several each has its project's. */
function fileName(projectId: string, reports: readonly PickedReport[]): string {
  return reports.length === 1 ? 'weekly-report' : `weekly-report.${encodeURIComponent(projectId)}`;
}
