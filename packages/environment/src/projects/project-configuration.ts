import type { ExtraBreakdown, SignalWeights, UrlRules } from '@clarity-keep/core';
import { DEFAULT_RESERVE, defaultUrlRules } from '@clarity-keep/core';

export const DEFAULT_TOKEN_VARIABLE = 'CLARITY_API_TOKEN';

/** One project as its owner has described it. */
export interface ProjectConfiguration {
  id: string;
  /** Undefined keeps the name in the database. */
  name: string | undefined;
  /** The variable that holds its token. */
  tokenVariable: string;
  /** Undefined keeps the time zone in the database; a new project gets UTC. */
  timeZone: string | undefined;
  urlRules: UrlRules;
  extraBreakdowns: readonly ExtraBreakdown[];
  /** Calls that the plan holds in reserve. */
  reserve: number;
  /** Undefined keeps the weights in the database; a new project gets the defaults. */
  signalWeights: SignalWeights | undefined;
  /** Recipients of the weekly report; REPORT_TO when undefined. */
  recipients: readonly string[] | undefined;
}

/** The one project of an installation without a configuration file: everything else stays as stored. */
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
