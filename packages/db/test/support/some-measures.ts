import type { Measures } from '@clarity-keep/core';
import { forEachSignal } from '@clarity-keep/core';

/** Measures of so many sessions, of which half had every signal once a session. */
export function someMeasures(sessions: number): Measures {
  return {
    sessions,
    botSessions: 0,
    pageViews: null,
    bouncedSessions: null,
    signals: forEachSignal(() => ({
      events: sessions,
      affected: Math.floor(sessions / 2),
      knownSessions: sessions,
    })),
    scrollDepth: { sum: 50 * sessions, weight: sessions },
    totalSeconds: null,
    activeSeconds: null,
  };
}
