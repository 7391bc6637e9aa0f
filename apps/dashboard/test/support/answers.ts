import type { ReportModel, SignalCount, Status } from '../../src/asking/answers.ts';

const UNKNOWN: SignalCount = { events: null, affected: null, rate: null };

/** What is known of the signals, the rest unknown. */
export function someSignals(
  known: Partial<Record<keyof ReportModel['pages']['weights'], SignalCount>> = {},
): Record<keyof ReportModel['pages']['weights'], SignalCount> {
  return {
    rageClicks: UNKNOWN,
    deadClicks: UNKNOWN,
    errorClicks: UNKNOWN,
    scriptErrors: UNKNOWN,
    quickbackClicks: UNKNOWN,
    excessiveScrolls: UNKNOWN,
    ...known,
  };
}

/** A number of a week that nothing is known of. */
export function aFigure(
  figure: Partial<ReportModel['totals']['sessions']> = {},
): ReportModel['totals']['sessions'] {
  return {
    thisWeek: null,
    weekBefore: null,
    change: null,
    unit: 'percent',
    refusal: 'unknown',
    baseline: { value: null, change: null, refusal: 'unknown' },
    ...figure,
  };
}

/** A call to Clarity that was answered. */
export function aCall(call: Partial<Status['calls'][number]> = {}): Status['calls'][number] {
  return {
    requestedAt: '2026-11-24T04:12:30.000Z',
    numOfDays: 1,
    dimensions: [],
    reason: 'newest-day',
    state: 'answered',
    httpStatus: 200,
    rows: 12,
    truncated: false,
    ...call,
  };
}
