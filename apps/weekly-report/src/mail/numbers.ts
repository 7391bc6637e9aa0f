import type { Figure } from '@clarity-keep/core';

export { counted, depth, integer, rate, seconds, UNKNOWN } from '@clarity-keep/core';

export interface ChangeInWords {
  text: string;
  tone: 'worse' | 'better' | 'neutral';
}

/** A change as an arrow and a number, or in words why there is none. */
export function change(figure: Figure, { more }: { more: ChangeInWords['tone'] }): ChangeInWords {
  if (figure.change === null) return { text: refusalInWords(figure), tone: 'neutral' };
  const size = Math.abs(figure.change).toFixed(1);
  const unit = figure.unit === 'percent' ? '%' : ' points';
  if (Number(size) === 0) return { text: 'unchanged', tone: 'neutral' };
  const isMore = figure.change > 0;
  const less = { worse: 'better', better: 'worse', neutral: 'neutral' } as const;
  return { text: `${isMore ? '▲' : '▼'} ${size}${unit}`, tone: isMore ? more : less[more] };
}

function refusalInWords({ refusal, thisWeek }: Figure): string {
  switch (refusal) {
    case 'from-zero':
      return thisWeek === 0 ? 'unchanged' : 'none the week before';
    case 'too-few-sessions':
      return 'too few to compare';
    case 'too-few-days':
    case 'unknown':
    case null:
      return 'not compared';
  }
}
