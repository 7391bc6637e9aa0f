import type { UrlRules } from '@clarity-keep/core';
import { timeZoneSchema, urlRulesSchema } from '@clarity-keep/core';
import * as z from 'zod';
import type { Database } from '../file/open-database.ts';
import { prepared } from '../file/prepared.ts';

/** What the stored facts of a project are grouped by: days in a time zone, pages by URL rules. */
export interface FactsGrouping {
  timeZone: string;
  urlRules: UrlRules;
  /** Which version of the program made pages by these rules: `URL_RULES_VERSION`. */
  urlRulesVersion: number;
}

/** The version was not recorded at first. */
const groupingSchema = z.object({
  timeZone: timeZoneSchema,
  urlRules: urlRulesSchema,
  urlRulesVersion: z.int().default(1),
});

/** How the facts of a project are grouped, or null if that is not known. */
export function loadFactsGrouping(db: Database, projectId: string): FactsGrouping | null {
  const json = prepared(db, 'SELECT facts_grouped_by FROM projects WHERE id = ?')
    .pluck()
    .get(projectId) as string | null | undefined;
  if (json === null || json === undefined) return null;
  const grouping = groupingSchema.safeParse(JSON.parse(json));
  return grouping.success ? grouping.data : null;
}

/** Stores how the facts of a project are grouped from now on. */
export function saveFactsGrouping(db: Database, projectId: string, grouping: FactsGrouping): void {
  prepared(
    db,
    'UPDATE projects SET time_zone = @timeZone, facts_grouped_by = @json WHERE id = @projectId',
  ).run({
    projectId,
    timeZone: grouping.timeZone,
    json: JSON.stringify(groupingSchema.parse(grouping)),
  });
}
