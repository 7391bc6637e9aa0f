import type { Signal } from '../segments/signals.ts';
import { signals } from '../segments/signals.ts';
import type { InsightsAnswer } from './insights-answer.ts';

/** The metrics of signals, as Clarity spells them. */
export const signalMetrics: Record<Signal, string> = {
  deadClicks: 'DeadClickCount',
  excessiveScrolls: 'ExcessiveScroll',
  rageClicks: 'RageClickCount',
  quickbackClicks: 'QuickbackClick',
  scriptErrors: 'ScriptErrorCount',
  errorClicks: 'ErrorClickCount',
};

type Metrics = Pick<InsightsAnswer, 'signals' | 'scrollDepth' | 'traffic' | 'engagement'>;

/** Those of the nine metrics of every response that this one lacks, as Clarity spells them. */
export function missingMetrics(answer: Metrics): string[] {
  const metrics: [string, readonly unknown[] | null][] = [
    ['Traffic', answer.traffic],
    ...signals.map((signal): [string, readonly unknown[] | null] => [
      signalMetrics[signal],
      answer.signals[signal],
    ]),
    ['ScrollDepth', answer.scrollDepth],
    ['EngagementTime', answer.engagement],
  ];
  return metrics.flatMap(([name, rows]) => (rows === null ? [name] : []));
}
