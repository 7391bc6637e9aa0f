import type { Day, TokenState } from '@clarity-keep/core';

/** What is known of a token without asking Clarity: what it says about itself, or that Clarity has refused it. */
export const tokenStates = [
  'opaque',
  'foreign',
  'valid',
  'expiring',
  'expired',
  'refused',
] as const satisfies readonly TokenState[];

/** What only somebody who has the settings can say of a project's collection. */
export interface CollectionOutlook {
  nextRunAt: Date;
  /** Never the token itself; null where it is not set. */
  token: { state: (typeof tokenStates)[number]; expiresAt: Date | null } | null;
  /** Missing days that Clarity still has. */
  healableDays: readonly Day[];
}
