import type { UrlRules } from '@clarity-keep/core';
import { defaultUrlRules } from '@clarity-keep/core';
import { readConfiguration } from '@clarity-keep/environment';
import type { Environment } from '../env.ts';

/** The URL rules of a project as its owner has described it; the defaults where nobody has. */
export function rulesInForce(environment: Environment, projectId: string): UrlRules {
  const { projects } = readConfiguration({
    projectId: environment.CLARITY_PROJECT_ID,
    timeZone: environment.CLARITY_TIME_ZONE,
  });
  return projects.find(({ id }) => id === projectId)?.urlRules ?? defaultUrlRules;
}
