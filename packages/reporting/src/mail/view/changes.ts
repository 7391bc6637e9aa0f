import type { Figure, PageVerdict, RateChange, ReportedPage } from '@clarity-keep/core';
import { signals } from '@clarity-keep/core';
import { arrowed } from './numbers.ts';

export type Tone = 'worse' | 'better' | 'neutral';

/** A change in words, with the colour that it may have: one for what is proven, none for the rest. */
export interface ChangeInWords {
  text: string;
  tone: Tone;
  /** What is said smaller, beside it; null for nothing. */
  detail: string | null;
}

/** How a number changed, without judging it: more sessions are neither good nor bad. */
export function figureChange({ change, unit, refusal, thisWeek }: Figure): string {
  return change === null ? refusalInWords(refusal, thisWeek) : arrowed(change, unit);
}

/** How a number of the week compares with the four weeks before; null when they are not known. */
export function baselineChange({ baseline, unit, thisWeek }: Figure): string | null {
  const { change, refusal } = baseline;
  if (change !== null) return arrowed(change, unit);
  return refusal === 'unknown' || refusal === null ? null : refusalInWords(refusal, thisWeek);
}

/** How a rate of the site changed: judged where the two weeks were held against each other. */
export function rateChange(figure: Figure, proof: RateChange | null): ChangeInWords {
  if (proof === null || figure.change === null) {
    return { text: figureChange(figure), tone: 'neutral', detail: null };
  }
  return judged(proof, figure.change);
}

/** How a rate of a page changed, with the bounds of the difference. */
export function pageChange(change: RateChange | null): ChangeInWords {
  if (change === null) return { text: 'not compared', tone: 'neutral', detail: null };
  const words = judged(change, (change.after.rate - change.before.rate) * 100);
  const bounds = `${signed(change.low)} to ${signed(change.high)} points`;
  return { ...words, detail: change.verdict === 'no-clear-change' ? words.detail : bounds };
}

const verdicts: Record<PageVerdict, { text: string; tone: Tone }> = {
  worse: { text: '▲ worse', tone: 'worse' },
  better: { text: '▼ better', tone: 'better' },
  'no-clear-change': { text: 'no clear change', tone: 'neutral' },
  new: { text: '+ new page', tone: 'neutral' },
  'not-enough-data': { text: 'not enough data to compare', tone: 'neutral' },
};

/** What is said of a page against the week before: the arrow is that of its frustration. */
export function verdictInWords(verdict: PageVerdict): { text: string; tone: Tone } {
  return verdicts[verdict];
}

/** Whether a page got better by one signal and worse by another. */
export function isMixed({
  verdict,
  signals: shares,
}: Pick<ReportedPage, 'verdict' | 'signals'>): boolean {
  const against = { worse: 'better', better: 'worse' };
  if (verdict !== 'worse' && verdict !== 'better') return false;
  return signals.some((signal) => shares[signal].change?.verdict === against[verdict]);
}

function judged({ verdict }: RateChange, points: number): ChangeInWords {
  if (verdict === 'no-clear-change') {
    return { text: 'no clear change', tone: 'neutral', detail: arrowed(points, 'points') };
  }
  const isTiny = Math.abs(points) < 0.05;
  const size = isTiny
    ? `${points > 0 ? '▲' : '▼'}\u00A0under 0.1 points`
    : arrowed(points, 'points');
  return { text: `${size}, ${verdict}`, tone: verdict, detail: null };
}

function signed(fraction: number): string {
  const points = (Math.abs(fraction) * 100).toFixed(1);
  return `${fraction < 0 ? '−' : '+'}${points}`;
}

function refusalInWords(refusal: Figure['refusal'], thisWeek: number | null): string {
  switch (refusal) {
    case 'from-zero':
      return thisWeek === 0 ? 'unchanged' : 'none the week before';
    case 'too-few-sessions':
      return 'too few to compare';
    case 'too-few-days':
    case 'unknown':
    case null:
      return 'not comparable';
  }
}
