import { randomUUID } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '@clarity-keep/command-line';
import type { RowExport } from './export-rows.ts';
import { exportRows } from './export-rows.ts';

/** What visitors typed may be personal data. */
const OWNER_ALONE = 0o600;

export interface ExportFile {
  path: string;
  /** Whether a file of this name may be replaced. */
  force: boolean;
  /** The database, which must never be replaced. */
  database: string;
}

/**
 * Writes all rows to a file: to a temporary file beside it until it is complete, so that no partial file ever has
 * the final name.
 *
 * @throws UsageError when the file exists and must not be replaced, or cannot be written.
 */
export async function exportToFile(
  rows: RowExport,
  file: ExportFile,
): Promise<{ rows: number; bytes: number }> {
  try {
    return await writeBeside(rows, file);
  } catch (error) {
    if (!isOfFileSystem(error)) throw error;
    throw new UsageError(writeProblem(file.path, error), { cause: error });
  }
}

function writeProblem(path: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `The folder ${dirname(path)} does not exist.`;
  // Without the name of the temporary file: "EACCES: permission denied, open '...'".
  const [, reason = message] = /^\w+: ([^,]*)/.exec(message) ?? [];
  return `Cannot write ${path}: ${reason}. Choose a file in a writable folder with free space.`;
}

async function writeBeside(
  rows: RowExport,
  file: ExportFile,
): Promise<{ rows: number; bytes: number }> {
  const unfinished = `${writablePath(file)}.${randomUUID().slice(0, 8)}.part`;
  const handle = await open(unfinished, 'wx', OWNER_ALONE);
  try {
    // Flushed, because a renamed file can be empty after a power cut.
    const stream = handle.createWriteStream({ flush: true });
    const written = await exportRows(rows, { stream, end: true });
    await rename(unfinished, writablePath(file));
    return { rows: written, bytes: stream.bytesWritten };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Suffixes of the files that SQLite keeps beside a database. */
const ownFiles = ['', '-wal', '-shm'];

/** The path to write to; the target of a link is replaced, not the link. */
function writablePath({ path, force, database }: ExportFile): string {
  const known = statSync(path, { throwIfNoEntry: false });
  if (known === undefined) return path;
  if (!known.isFile()) {
    throw new UsageError(`--out must be a file, but ${path} is not one.`);
  }
  if (!force) {
    throw new UsageError(
      `${path} already exists. Replace it with --force, or choose another name for --out.`,
    );
  }
  const target = realpathSync(path);
  if (ownFiles.some((suffix) => target === `${realpathSync(database)}${suffix}`)) {
    throw new UsageError(`${path} is the database itself. Choose another name for --out.`);
  }
  return target;
}

function isOfFileSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
