import { capitalised } from '../lists.ts';

/** How sure a recommendation is and how much work it takes: "High confidence, small effort". */
export function adviceRatings({
  confidence,
  effort,
}: {
  confidence: 'high' | 'medium' | 'low';
  effort: 'small' | 'medium' | 'large';
}): string {
  return `${capitalised(confidence)} confidence, ${effort} effort`;
}
