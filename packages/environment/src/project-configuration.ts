import type { ExtraBreakdown, SignalWeights, UrlRules } from '@clarity-keep/core';
import { DEFAULT_RESERVE, defaultSignalWeights, defaultUrlRules } from '@clarity-keep/core';

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
  signalWeights: SignalWeights;
  /** Who gets the weekly report; undefined is REPORT_TO. */
  recipients: readonly string[] | undefined;
}

/** The one project of those who have described none: all that is not in the environment is the default. */
export function projectOfEnvironment(
  id: string,
  timeZone: string | undefined,
): ProjectConfiguration {
  return {
    id,
    name: undefined,
    tokenVariable: 'CLARITY_API_TOKEN',
    timeZone,
    urlRules: defaultUrlRules,
    extraBreakdowns: [],
    reserve: DEFAULT_RESERVE,
    signalWeights: defaultSignalWeights,
    recipients: undefined,
  };
}
