import type { TokenJudgement } from '@clarity-keep/clarity';
import type { Day } from '@clarity-keep/core';
import type { LedgerCall, UnreadableAnswers } from '@clarity-keep/db';
import type { NotableGap, ShownDay } from '@clarity-keep/queries';

/** What is shown of a project's collection, as `status --json` prints it. */
export interface ProjectStatus {
  project: string;
  name: string;
  timeZone: string;
  /** The last 28 days, the oldest first. */
  days: ShownDay[];
  /** Calls of this UTC day. */
  quota: { limit: number; used: number; reserve: number; isSpent: boolean };
  /** The newest first. */
  calls: LedgerCall[];
  /** Kept answers that could not be read, and why. */
  unreadable: UnreadableAnswers;
  /** When the newest answer about the site was fetched; null before the first. */
  lastAnswerAt: Date | null;
  nextRunAt: Date;
  /** Calls that a run would make now. */
  plannedCalls: number;
  token: TokenStatus;
  /** Those of them that are to make older days known, or exact. */
  healingCalls: number;
  /** Missing days that Clarity still has. */
  healableDays: Day[];
  /** Counts that differ by a hundredth or more. */
  gaps: NotableGap[];
  isStale: boolean;
}

export interface TokenStatus {
  /** unset: the variable is empty. refused: Clarity has. Otherwise what it says about itself. */
  state: 'unset' | 'refused' | TokenJudgement['type'];
  expiresAt: Date | null;
}
