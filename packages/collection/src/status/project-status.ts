import type { TokenJudgement } from '@clarity-keep/clarity';
import type { Day } from '@clarity-keep/core';
import type { DatabaseStatus } from '@clarity-keep/queries';

/** What is shown of a project's collection, as `status --json` prints it. */
export interface ProjectStatus extends DatabaseStatus {
  project: string;
  name: string;
  timeZone: string;
  quota: DatabaseStatus['quota'] & { reserve: number };
  nextRunAt: Date;
  /** Calls that a run would make now. */
  plannedCalls: number;
  token: TokenStatus;
  /** Those of them that are to make older days known, or exact. */
  healingCalls: number;
  /** Missing days that Clarity still has. */
  healableDays: Day[];
  isStale: boolean;
}

export interface TokenStatus {
  /** unset: the variable is empty. refused: Clarity has. Otherwise what it says about itself. */
  state: 'unset' | 'refused' | TokenJudgement['type'];
  expiresAt: Date | null;
}
