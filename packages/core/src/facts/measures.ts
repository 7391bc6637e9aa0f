import type { Signal } from '../segments/signals.ts';
import { forEachSignal } from '../segments/signals.ts';
import type { SignalShare } from './signal-share.ts';

/** How often a signal occurred, and in how many of the sessions in which it could be known. Null means unknown, never zero. */
export interface SignalCount extends SignalShare {
  events: number | null;
}

/** A sum and the sessions it covers. Averages are computed from it and never stored. */
export interface WeightedSum {
  sum: number;
  weight: number;
}

/** What is measured about a segment over some time. Users are absent, because they cannot be added. */
export interface Measures {
  sessions: number;
  botSessions: number | null;
  pageViews: number | null;
  bouncedSessions: number | null;
  signals: Record<Signal, SignalCount>;
  /** Percent 0..100 x sessions. */
  scrollDepth: WeightedSum | null;
  /** Seconds x sessions. */
  totalSeconds: WeightedSum | null;
  activeSeconds: WeightedSum | null;
}

/** Measures with known sessions and nothing else. */
export function sessionsOnly(sessions: number): Measures {
  return {
    sessions,
    botSessions: null,
    pageViews: null,
    bouncedSessions: null,
    signals: forEachSignal(() => ({ events: null, affected: null, knownSessions: 0 })),
    scrollDepth: null,
    totalSeconds: null,
    activeSeconds: null,
  };
}

type AddCounts = (a: number | null, b: number | null) => number | null;

/**
 * Adds two disjoint sets of sessions. A count that is unknown on one side is unknown for both: half a count
 * over all sessions would pass for a low rate. Signals and weighted sums carry their own sessions, so they add
 * what is known.
 */
export function addMeasures(
  a: Measures,
  b: Measures,
  addCounts: AddCounts = addWhenBothKnown,
): Measures {
  return {
    sessions: a.sessions + b.sessions,
    botSessions: addCounts(a.botSessions, b.botSessions),
    pageViews: addCounts(a.pageViews, b.pageViews),
    bouncedSessions: addCounts(a.bouncedSessions, b.bouncedSessions),
    signals: forEachSignal((signal) => addSignal(signal, a, b)),
    scrollDepth: addWeighted(a.scrollDepth, b.scrollDepth),
    totalSeconds: addWeighted(a.totalSeconds, b.totalSeconds),
    activeSeconds: addWeighted(a.activeSeconds, b.activeSeconds),
  };
}

/** The mean of a weighted sum, or null if nothing was measured. */
export function mean(weighted: WeightedSum | null): number | null {
  return weighted === null || weighted.weight === 0 ? null : weighted.sum / weighted.weight;
}

/** The sum of what is known; unknown if neither is. */
export function addKnown(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : a + b;
}

/** The zero of a side without sessions tells nothing about the sessions of the other. */
function addSignal(signal: Signal, a: Measures, b: Measures): SignalCount {
  const [ofA, ofB] = [a.signals[signal], b.signals[signal]];
  if (a.sessions === 0 && b.sessions > 0) return ofB;
  if (b.sessions === 0 && a.sessions > 0) return ofA;
  return {
    events: hasEvents(ofA) && hasEvents(ofB) ? addKnown(ofA.events, ofB.events) : null,
    affected: addKnown(ofA.affected, ofB.affected),
    knownSessions: ofA.knownSessions + ofB.knownSessions,
  };
}

/** Events have no sessions of their own: those of a part must not pass for those of all known sessions. */
function hasEvents({ events, affected }: SignalCount): boolean {
  return events !== null || affected === null;
}

function addWhenBothKnown(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function addWeighted(a: WeightedSum | null, b: WeightedSum | null): WeightedSum | null {
  if (a === null) return b;
  return b === null ? a : { sum: a.sum + b.sum, weight: a.weight + b.weight };
}
