import { relative, resolve } from 'node:path';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { DIGEST_SCOPE } from '@clarity-keep/db';
import { parseReportEnvironment, readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { senderOf } from '@clarity-keep/mail';
import { messageIdOf, parseReportSettings } from '@clarity-keep/reporting';
import type { PreviewOptions } from './command.ts';
import { digestPreview } from './digest-preview.ts';
import { keptPreviews, NO_RECIPIENT } from './kept-previews.ts';
import { makeFolder } from './make-folder.ts';
import { openOrTell } from '../../browser/open-or-tell.ts';
import { samplePreview } from './sample-preview.ts';
import type { Preview } from './write-preview.ts';
import { writePreview } from './write-preview.ts';

/** Shown where REPORT_FROM is not set: a preview needs no mail settings. */
const NO_SENDER = 'Clarity Keep <clarity-keep@localhost.invalid>';

/** Writes each report to files, and tells where. */
export async function runPreview(deps: CliDeps, options: PreviewOptions): Promise<ExitCode> {
  const variables = readVariables(deps.cwd, deps.variables);
  const environment = parseReportEnvironment(variables);
  const from = senderOf(environment.REPORT_FROM ?? NO_SENDER);
  const folder = resolve(deps.cwd, options.out);
  await makeFolder(folder);
  const previews = await previewsOf({ ...deps, variables }, options);
  const written = [];
  for (const preview of previews) {
    const { scope, week, model } = preview;
    // Not the one that is sent, which a mail program would take this one for.
    const messageId = messageIdOf({ scope, week, recipient: 'preview', from });
    const files = await writePreview(preview, { folder, from, messageId, date: deps.now() });
    const { subject } = preview.mail;
    const project = scope === DIGEST_SCOPE ? null : scope;
    written.push({ project, week, subject, files, ...model });
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

async function previewsOf(deps: CliDeps, options: PreviewOptions): Promise<Preview[]> {
  // The sample does not use the user's settings.
  if (options.sample) return [await samplePreview(options, NO_RECIPIENT)];
  const settings = parseReportSettings(deps);
  return options.digest
    ? [await digestPreview(deps, settings, options)]
    : keptPreviews(deps, settings, options);
}
