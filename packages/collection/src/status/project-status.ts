import type { TokenJudgement } from '@clarity-keep/clarity';
import type { Day } from '@clarity-keep/core';
import type { DatabaseStatus } from '@clarity-keep/queries';

/** The state of a project's collection, as `status --json` prints it. */
export interface ProjectStatus extends DatabaseStatus {
  project: string;
  name: string;
  timeZone: string;
  quota: DatabaseStatus['quota'] & { reserve: number };
  nextRunAt: Date;
  /** Calls that a run would make now. */
  plannedCalls: number;
  token: TokenStatus;
  /** Those that fill older days or make them exact. */
  healingCalls: number;
  /** Missing days that Clarity still has. */
  healableDays: Day[];
  isStale: boolean;
}

export interface TokenStatus {
  /** unset: the variable is empty. refused: by Clarity. Otherwise what the token says about itself. */
  state: 'unset' | 'refused' | TokenJudgement['type'];
  expiresAt: Date | null;
}
