import type { UrlRules } from '@clarity-keep/core';
import { defaultUrlRules } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import type { Configuration } from '@clarity-keep/environment';
import { findGrouping } from '@clarity-keep/collection';

/** The URL rules that the stored pages of a project are grouped by; changed rules wait for `reparse`. */
export function rulesInForce(
  db: Database,
  { projects }: Configuration,
  projectId: string,
): UrlRules {
  const described = projects.find(({ id }) => id === projectId);
  const project = { id: projectId, timeZone: undefined, urlRules: defaultUrlRules, ...described };
  return findGrouping(db, project).grouping.urlRules;
}
