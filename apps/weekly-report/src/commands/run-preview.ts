import { mkdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../cli-deps.ts';
import { parseEnvironment, senderOf } from '../env.ts';
import { messageIdOf } from '../send/build-message.ts';
import type { PreviewOptions } from './define-preview.ts';
import { keptPreviews, NO_RECIPIENT } from './kept-previews.ts';
import { samplePreview } from './sample-preview.ts';
import { writePreview } from './write-preview.ts';

/** Shown where REPORT_FROM is not set: a preview needs no mail settings. */
const NO_SENDER = 'Clarity Keep <clarity-keep@localhost.invalid>';

/** Writes each report to files, and tells where. */
export async function runPreview(deps: CliDeps, options: PreviewOptions): Promise<ExitCode> {
  const environment = parseEnvironment(readVariables(deps.cwd, deps.variables));
  const from = senderOf(environment.REPORT_FROM ?? NO_SENDER);
  const folder = resolve(deps.cwd, options.out);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(`Cannot write to --out ${folder}: it is no folder.`, { cause: error });
  });
  const previews = options.sample
    ? [await samplePreview(options, NO_RECIPIENT)]
    : await keptPreviews(deps, environment, options);
  const written = [];
  for (const preview of previews) {
    const { project, week } = preview.report;
    // Not the one that is sent, which a mail program would take this one for.
    const messageId = messageIdOf({ projectId: project.id, week, recipient: 'preview', from });
    const files = await writePreview(preview, { folder, from, messageId, date: deps.now() });
    const { subject } = preview.mail;
    written.push({ project: project.id, week, subject, files, report: preview.report });
  }
  deps.stdout.write(
    options.json
      ? jsonText({ previews: written })
      : written
          .map(
            ({ subject, files }) =>
              `${subject}\n${Object.values(files)
                .flat()
                .map((file) => `  ${relative(deps.cwd, file)}\n`)
                .join('')}`,
          )
          .join(''),
  );
  const [first] = written;
  if (options.open && first !== undefined) await openOrTell(deps, first.files.html);
  return exitCodes.done;
}

/** The files are written, whether somebody sits in front of a browser or not. */
async function openOrTell({ openFile, stderr }: CliDeps, file: string): Promise<void> {
  try {
    await openFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    stderr.write(`There is no browser to open here (${reason}). Open ${file} yourself.\n`);
  }
}
