import type { UrlRules } from '@clarity-keep/core';
import { defaultUrlRules } from '@clarity-keep/core';
import type { Configuration } from '@clarity-keep/environment';

/** The URL rules of a project as its owner has described it; the defaults where nobody has. */
export function rulesInForce({ projects }: Configuration, projectId: string): UrlRules {
  return projects.find(({ id }) => id === projectId)?.urlRules ?? defaultUrlRules;
}
