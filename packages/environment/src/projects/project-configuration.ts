import type { ExtraBreakdown, SignalWeights, UrlRules } from '@clarity-keep/core';
import { DEFAULT_RESERVE, defaultUrlRules } from '@clarity-keep/core';

export const DEFAULT_TOKEN_VARIABLE = 'CLARITY_API_TOKEN';

/** One project as its owner has described it. */
export interface ProjectConfiguration {
  id: string;
  /** Undefined leaves the name that the database has. */
  name: string | undefined;
  /** The variable that holds its token. */
  tokenVariable: string;
  /** Undefined leaves the zone that the database has; a new project gets UTC. */
  timeZone: string | undefined;
  urlRules: UrlRules;
  extraBreakdowns: readonly ExtraBreakdown[];
  /** Calls of a UTC day that the plan leaves alone. */
  reserve: number;
  /** Undefined leaves the weights that the database has; a new project gets the defaults. */
  signalWeights: SignalWeights | undefined;
  /** Who gets the weekly report; undefined is REPORT_TO. */
  recipients: readonly string[] | undefined;
}

/** The one project of those who have described none: all that is not in the environment is as it was. */
export function projectOfEnvironment(
  id: string,
  timeZone: string | undefined,
): ProjectConfiguration {
  return {
    id,
    name: undefined,
    tokenVariable: DEFAULT_TOKEN_VARIABLE,
    timeZone,
    urlRules: defaultUrlRules,
    extraBreakdowns: [],
    reserve: DEFAULT_RESERVE,
    signalWeights: undefined,
    recipients: undefined,
  };
}
