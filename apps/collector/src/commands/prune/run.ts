import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import type { Database } from '@clarity-keep/db';
import { loadFileSize, loadPrunableBodies, openDatabase, shrinkDatabase } from '@clarity-keep/db';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { parseEnvironment } from '../../settings/environment.ts';
import { progressBar } from '../../terminal/progress-bar.ts';
import type { PruneResult } from './text.ts';
import { intentionText, pruneText } from './text.ts';
import { pruneArchive } from '@clarity-keep/collection';
import { rawCutoff } from './raw-cutoff.ts';
import type { PruneOptions } from './command.ts';

/** Shows how much old raw responses would free, deletes them, and shrinks the file on request. */
export async function runPrune(deps: CliDeps, options: PruneOptions): Promise<ExitCode> {
  const environment = parseEnvironment(readVariables(deps.cwd, deps.variables));
  const before = rawCutoff(options.rawOlderThan, deps.now());
  const db = openDatabase({ url: environment.DATABASE_URL, cwd: deps.cwd, mustExist: true });
  try {
    const found = loadPrunableBodies(db, before);
    deps.stderr.write(intentionText(found, before));
    const pruned = options.dryRun
      ? { answers: 0, bytes: 0 }
      : await prune(deps, { db, before, total: found.answers });
    const result: PruneResult = {
      before,
      dryRun: options.dryRun,
      found,
      pruned,
      shrunk: options.vacuum && !options.dryRun ? shrinkDatabase(db) : null,
      file: loadFileSize(db),
    };
    deps.stdout.write(options.json ? jsonText(result) : pruneText(result));
    return exitCodes.done;
  } finally {
    await db.close();
  }
}

async function prune(
  deps: CliDeps,
  { db, before, total }: { db: Database; before: Date; total: number },
): Promise<PruneResult['pruned']> {
  const progress = progressBar(deps.stderr, 'Giving up');
  try {
    return await pruneArchive(
      {
        db,
        now: deps.now,
        sleep: deps.sleep,
        onProgress: (done) => progress.update(done, Math.max(total, 1)),
      },
      before,
    );
  } finally {
    progress.stop();
  }
}
