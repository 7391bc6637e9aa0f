/** What the rates of signals say, for everybody who sees them. */
export const signalRatesMeaning = 'Signals: share of sessions with at least one.';
