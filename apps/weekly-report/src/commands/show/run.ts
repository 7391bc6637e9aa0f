import { listed } from '@clarity-keep/core';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import { DIGEST_SCOPE } from '@clarity-keep/db';
import type { QuestionContext } from '@clarity-keep/queries';
import { askQuestion, reportsGet } from '@clarity-keep/queries';
import { openArchive } from '../../archive/open-archive.ts';
import { readableHtml, readableText } from './readable-mail.ts';
import { readReportSettings, sentMail } from '@clarity-keep/reporting';
import type { CliDeps } from '../../cli-deps.ts';
import type { ShowOptions } from './command.ts';
import { openOrTell } from '../../browser/open-or-tell.ts';

type Form = 'html' | 'text' | 'json';

/** Shows a report as it was sent: on stdout, in a file, or in the browser. */
export async function runShow(deps: CliDeps, options: ShowOptions): Promise<ExitCode> {
  const form = formOf(options);
  const { context, db } = await openArchive(deps, readReportSettings(deps));
  try {
    const content = await contentOf(context, { options, form });
    const { out, open, week } = options;
    if (out === undefined && !open) {
      deps.stdout.write(content);
      return exitCodes.done;
    }
    const file = out === undefined ? await temporaryFile(week) : resolve(deps.cwd, out);
    await write(file, content);
    if (out !== undefined) deps.stdout.write(`${relative(deps.cwd, file)}\n`);
    if (open) await openOrTell(deps, file);
    return exitCodes.done;
  } finally {
    await db.close();
  }
}

/** @throws UsageError when more than one is asked for, or a browser for anything but HTML. */
function formOf({ html, text, json, open }: ShowOptions): Form {
  const asked = (['html', 'text', 'json'] as const).filter((form) => ({ html, text, json })[form]);
  const [form = open ? 'html' : 'text', ...more] = asked;
  if (more.length > 0) {
    throw new UsageError(
      `Choose one of --html, --text and --json, not ${listed(asked.map((one) => `--${one}`))}.`,
    );
  }
  if (open && form !== 'html') {
    throw new UsageError(`--open shows the HTML in the browser. Leave out --${form}.`);
  }
  return form;
}

async function contentOf(
  context: QuestionContext,
  { options, form }: { options: ShowOptions; form: Form },
): Promise<string> {
  const { project, week, digest } = options;
  const answer = await askQuestion(reportsGet, context, { project, week, digest });
  if (form === 'json') return jsonText(answer);
  const { mail } = await sentMail(context.db, { scope: answer.project ?? DIGEST_SCOPE, week });
  return form === 'html' ? readableHtml(mail) : readableText(mail);
}

async function temporaryFile(week: string): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'clarity-keep-')), `weekly-report-${week}.html`);
}

/** Readable by its owner alone: page addresses can contain personal data. */
async function write(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot write ${file}: ${reason}`, { cause: error });
  }
}
