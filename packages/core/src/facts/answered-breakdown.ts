import type { Breakdown, Dimension } from '../segments/breakdown.ts';
import { breakdownDimensions, breakdownOf } from '../segments/breakdown.ts';
import type { InsightsAnswer } from './insights-answer.ts';

export interface AnsweredBreakdown {
  /** What the rows are broken down by; null if the response must not be counted. */
  breakdown: Breakdown | null;
  /** Why that is not what was requested; null if it is. */
  warning: string | null;
}

/**
 * What a response is really broken down by. Clarity does not check dimension names: it drops those it does not
 * know, with status 200 and numbers that look right, so only the rows can tell.
 */
export function answeredBreakdown(
  answer: Pick<InsightsAnswer, 'dimensions' | 'isUndimensioned' | 'rows' | 'traffic' | 'signals'>,
  asked: Breakdown,
): AnsweredBreakdown {
  const wanted: readonly Dimension[] = breakdownDimensions[asked];
  const isOfTotal = asked === 'total' && answer.dimensions.length === 0;
  if (isOfTotal ? !saysSessions(answer) : !hasSessionCounts(answer)) {
    return {
      breakdown: null,
      warning: 'The response does not say how many sessions there were, so it is not counted.',
    };
  }
  const missing = wanted.filter((dimension) => !answer.dimensions.includes(dimension));
  if (missing.length === 0 && wanted.length === answer.dimensions.length) {
    return { breakdown: asked, warning: null };
  }
  const isEmpty = answer.rows === 0 && !answer.isUndimensioned;
  if (isEmpty) return { breakdown: asked, warning: null };
  if (wanted.length > 0 && (answer.dimensions.length === 0 || answer.isUndimensioned)) {
    return {
      breakdown: null,
      warning: `Clarity ignored the dimensions ${wanted.join(', ')}: the response is about the whole site and is not counted as ${asked}.`,
    };
  }
  const found = breakdownOf(answer.dimensions);
  const by = answer.dimensions.join(', ');
  return found === null
    ? {
        breakdown: null,
        warning: `The response is broken down by ${by}, which is not stored.`,
      }
    : {
        breakdown: found,
        warning: `${asked} was requested, but the response is broken down by ${by}. It is stored as ${found}.`,
      };
}

/** Whether any metric came that counts sessions, be it empty. */
function hasSessionCounts({
  traffic,
  signals,
}: Pick<InsightsAnswer, 'traffic' | 'signals'>): boolean {
  return [traffic, ...Object.values(signals)].some((rows) => rows !== null);
}

function saysSessions({ traffic, signals }: Pick<InsightsAnswer, 'traffic' | 'signals'>): boolean {
  const metrics: (readonly { sessions: number | null }[] | null)[] = [
    traffic,
    ...Object.values(signals),
  ];
  return metrics.some((rows) => rows?.some(({ sessions }) => sessions !== null));
}
