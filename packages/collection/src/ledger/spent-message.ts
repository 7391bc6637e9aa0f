import { callsUsed, capitalised, nextFreeCalls } from '@clarity-keep/core';
import type { Quota } from '@clarity-keep/core';

/** Why no call is made now, and from when on one is. */
export function spentMessage(quota: Quota, { reserve = 0 }: { reserve?: number } = {}): string {
  const next = nextFreeCalls(quota) ?? 'all calls are free';
  const used = capitalised(callsUsed(quota));
  if (quota.isRefusing) {
    return `${used} are in the ledger, but another program uses calls of this project too: ${next}. No call was made.`;
  }
  const kept = quota.left === 0 ? '' : `, ${Math.min(reserve, quota.left)} held in reserve`;
  return `${used} are used${kept}; ${next}. Run this again then.`;
}
