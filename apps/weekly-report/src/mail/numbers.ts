import type { Figure } from '@clarity-keep/core';

/** What is shown where nothing is known. */
export const UNKNOWN = 'unknown';

export function integer(value: number | null): string {
  return value === null ? UNKNOWN : value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** A fraction 0..1 as a percentage. */
export function rate(value: number | null): string {
  return value === null ? UNKNOWN : `${(value * 100).toFixed(1)}%`;
}

/** A percentage 0..100. */
export function depth(value: number | null): string {
  return value === null ? UNKNOWN : `${value.toFixed(1)}%`;
}

export function seconds(value: number | null): string {
  if (value === null) return UNKNOWN;
  const whole = Math.round(value);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** "1 session", "1,234 sessions". */
export function counted(value: number | null, noun: string): string {
  return `${integer(value)} ${noun}${value === 1 ? '' : 's'}`;
}

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
