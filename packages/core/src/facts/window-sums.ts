import type { Signal } from '../segments/signals.ts';
import type { SignalShare } from './signal-share.ts';
import type { Measures, SignalCount } from './measures.ts';

/**
 * Measures added up over days. A signal's affected sessions may be unknown on some of them, so it
 * carries the sessions of the days on which it was known: its rate is over those.
 */
export interface WindowSums extends Omit<Measures, 'signals'> {
  signals: Record<Signal, SignalCount & SignalShare>;
  /** Sessions of the days on which bounces were known. */
  bounceKnownSessions: number;
}
