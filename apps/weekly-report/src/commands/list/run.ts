import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { screenOf } from '@clarity-keep/command-line/table';
import { askQuestion, reportsList } from '@clarity-keep/queries';
import { readReportSettings } from '@clarity-keep/reporting';
import { listText } from './text.ts';
import { openArchive } from '../../archive/open-archive.ts';
import type { CliDeps } from '../../cli-deps.ts';
import type { ListOptions } from './command.ts';

/** Lists the reports that were sent. */
export async function runList(deps: CliDeps, options: ListOptions): Promise<ExitCode> {
  const settings = readReportSettings(deps);
  const { context, db } = await openArchive(deps, settings);
  try {
    const { project, limit } = options;
    const answer = await askQuestion(reportsList, context, { project, limit });
    deps.stdout.write(
      options.json
        ? jsonText(answer)
        : listText(answer.rows, screenOf(deps.stdout, settings.variables)),
    );
    return exitCodes.done;
  } finally {
    await db.close();
  }
}
