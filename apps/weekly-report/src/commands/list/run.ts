import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { screenOf } from '@clarity-keep/command-line/table';
import { askQuestion, reportsList } from '@clarity-keep/queries';
import { listText } from './text.ts';
import { openArchive } from '../../archive/open-archive.ts';
import type { CliDeps } from '../../cli-deps.ts';
import type { ListOptions } from './command.ts';

/** Lists the reports that were sent. */
export async function runList(deps: CliDeps, options: ListOptions): Promise<ExitCode> {
  const { context, db, variables } = await openArchive(deps);
  try {
    const { project, limit } = options;
    const answer = await askQuestion(reportsList, context, { project, limit });
    deps.stdout.write(
      options.json ? jsonText(answer) : listText(answer.rows, screenOf(deps.stdout, variables)),
    );
    return exitCodes.done;
  } finally {
    await db.close();
  }
}
