import { resolve } from 'node:path';
import type { ExitCode } from '@clarity-keep/command-line';
import {
  optionName,
  exitCodes,
  jsonText,
  outputStream,
  UsageError,
} from '@clarity-keep/command-line';
import type { Database, FactRow, RowSource, SessionRow } from '@clarity-keep/db';
import { factRows, sessionRows } from '@clarity-keep/db';
import type { QuestionContext } from '@clarity-keep/queries';
import { askQuestion, exportScope } from '@clarity-keep/queries';
import type { CliDeps } from '../../cli-deps.ts';
import type { ExportFormat } from './export-format.ts';
import { formatOfFile, rowFormat } from './export-format.ts';
import { exportRows } from './export-rows.ts';
import { exportToFile } from './export-to-file.ts';
import { exportText, nothingText } from './text.ts';
import { progressBar } from '../../terminal/progress-bar.ts';
import { openForQuestions } from '../../settings/open-for-questions.ts';
import type { ExportOptions } from './command.ts';

interface Export {
  source: RowSource<FactRow> | RowSource<SessionRow>;
  format: ExportFormat;
}

/** Writes facts or sessions to stdout or to a file, and summarises a file. */
export async function runExport(deps: CliDeps, options: ExportOptions): Promise<ExitCode> {
  const { what, out, force, json } = options;
  if (json && out === undefined) {
    throw new UsageError(
      '--json needs --out: it prints a summary of the file written. For rows as JSON, use --format json.',
    );
  }
  const { db, defaultProject } = await openForQuestions(deps);
  try {
    const source = await sourceOf(
      { db, now: deps.now(), defaultProject, nameOf: optionName },
      options,
    );
    const job = { source, format: options.format ?? formatOfFile(out) };
    const rows =
      out === undefined
        ? await writeToStdout(deps, job)
        : await writeToFile(deps, { ...job, out, force, json, db });
    if (rows === 0) deps.stderr.write(nothingText(what));
    return exitCodes.done;
  } finally {
    await db.close();
  }
}

async function sourceOf(
  context: QuestionContext,
  options: ExportOptions,
): Promise<Export['source']> {
  const { project, from, to, days } = options;
  const scope = await askQuestion(exportScope, context, { project, from, to, days });
  const kept = { projectId: scope.project, from: scope.from, to: scope.to };
  return options.what === 'sessions'
    ? sessionRows(context.db, kept)
    : factRows(context.db, { ...kept, breakdowns: options.breakdown });
}

/** The number of rows, or null when the output is closed: watchOutput reports its errors. */
async function writeToStdout(
  { stdout }: CliDeps,
  { source, format }: Export,
): Promise<number | null> {
  try {
    return await exportRows(
      {
        table: { columns: source.columns, rows: source.rows() },
        format: rowFormat(format, { isTerminal: stdout.isTTY === true }),
        onProgress: () => undefined,
      },
      { stream: outputStream(stdout), end: false },
    );
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'syscall') === 'write') return null;
    throw error;
  }
}

async function writeToFile(
  { cwd, stdout, stderr }: CliDeps,
  {
    source,
    format,
    out,
    force,
    json,
    db,
  }: Export & { out: string; force: boolean; json: boolean; db: Database },
): Promise<number> {
  const path = resolve(cwd, out);
  const bar = progressBar(stderr, 'Exporting');
  const total = stderr.isTTY === true ? source.count() : 0;
  try {
    const { rows, bytes } = await exportToFile(
      {
        table: { columns: source.columns, rows: source.rows() },
        format: rowFormat(format, { isTerminal: false }),
        onProgress: (read) => bar.update(read, total),
      },
      { path, force, database: db.path },
    );
    bar.stop();
    if (json) stdout.write(jsonText({ rows, file: out, format, bytes }));
    else stderr.write(exportText({ rows, file: out, bytes }));
    return rows;
  } finally {
    bar.stop();
  }
}
