import { compareUrlRules, displayText, LONGEST_WINDOW_DAYS, reviewPages } from '@clarity-keep/core';
import type { Database, Project } from '@clarity-keep/db';
import type { ExitCode } from '@clarity-keep/command-line';
import { optionName, exitCodes, jsonText } from '@clarity-keep/command-line';
import { screenOf } from '@clarity-keep/command-line/table';
import { badInput, findProject, resolveWindow } from '@clarity-keep/queries';
import * as z from 'zod';
import type { CliDeps } from '../../cli-deps.ts';
import { openForQuestions } from '../../settings/open-for-questions.ts';
import { urlPreviewText, urlRulesText } from './text.ts';
import { loadRawUrls } from './raw-urls.ts';
import { readRules } from './read-rules.ts';
import { rulesInForce } from './rules-in-force.ts';
import type { UrlsOptions } from './command.ts';

const numbersSchema = z.object({
  days: z.int().min(1).max(LONGEST_WINDOW_DAYS).default(28),
  limit: z.int().min(1).max(1000).default(20),
});

/** Prints the current rules, or how other rules would change the pages. Changes nothing. */
export async function runUrls(deps: CliDeps, options: UrlsOptions): Promise<ExitCode> {
  const numbers = numbersSchema.safeParse(options);
  if (!numbers.success) throw badInput(numbers.error, options, optionName);
  const { days, limit } = numbers.data;
  const other = options.preview === undefined ? null : readRules(options.preview, deps.cwd);
  const { db, variables, configuration, defaultProject } = await openForQuestions(deps);
  try {
    const project = findProject({ db, now: deps.now(), defaultProject }, options.project);
    const inForce = rulesInForce(db, configuration, project.id);
    const window = windowOf(db, { project, days, now: deps.now() });
    const { urls, days: daysKnown, unreadable } = loadRawUrls(db, { project, ...window });
    const { before, after, ...changes } = compareUrlRules(urls, {
      before: inForce,
      after: other ?? inForce,
    });
    const review = reviewPages(urls, other ?? inForce);
    const frame = { project: project.id, window, rules: other ?? inForce };
    const layout = { days: daysKnown, limit, screen: screenOf(deps.stdout, variables) };
    if (other === null) {
      const answer = { ...frame, urls: urls.size, pages: before, ...review };
      deps.stdout.write(options.json ? jsonText(answer) : urlRulesText(answer, layout));
    } else {
      const answer = { ...frame, before, after, ...changes, ...review };
      deps.stdout.write(options.json ? jsonText(answer) : urlPreviewText(answer, layout));
    }
    for (const reason of unreadable) deps.stderr.write(`Warning: ${displayText(reason)}\n`);
    if (urls.size === 0) deps.stderr.write(NOTHING_KEPT);
    return exitCodes.done;
  } finally {
    await db.close();
  }
}

const NOTHING_KEPT =
  'No URLs are stored for these days. Run "clarity-keep collect", or look at more days with --days.\n';

/** Up to the newest known day, as for questions without days. */
function windowOf(
  db: Database,
  { project, days, now }: { project: Project; days: number; now: Date },
): { from: string; to: string } {
  const { to } = resolveWindow({ db, now }, {}, project);
  const { from } = resolveWindow({ db, now }, { to, days }, project);
  return { from, to };
}
