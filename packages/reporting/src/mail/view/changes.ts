import type { Figure, PageVerdict, RateChange, ReportedPage } from '@clarity-keep/core';
import {
  changeText,
  comparisonText,
  markedVerdict,
  provenChangeText,
  refusalText,
  signals,
  signedPoints,
  verdictName,
} from '@clarity-keep/core';

export type Tone = 'worse' | 'better' | 'neutral';

/** A change in words, with the colour that it may have: one for what is proven, none for the rest. */
export interface ChangeInWords {
  text: string;
  tone: Tone;
  /** What is said smaller, beside it; null for nothing. */
  detail: string | null;
}

/** How a number of the week compares with the four weeks before; null when they are not known. */
export function baselineChange({ baseline, unit, thisWeek }: Figure): string | null {
  const { change, refusal } = baseline;
  if (change !== null) return changeText(change, unit);
  return refusal === 'unknown' || refusal === null ? null : refusalText(refusal, { thisWeek });
}

/** How a rate of the site changed: judged where the two weeks were held against each other. */
export function rateChange(figure: Figure, proof: RateChange | null): ChangeInWords {
  if (proof === null || figure.change === null) {
    return { text: comparisonText(figure), tone: 'neutral', detail: null };
  }
  return judged(proof, figure.change);
}

/** How a rate of a page changed, with the bounds of the difference. */
export function pageChange(change: RateChange | null): ChangeInWords {
  if (change === null) return { text: 'not compared', tone: 'neutral', detail: null };
  const words = judged(change, (change.after.rate - change.before.rate) * 100);
  const bounds = `${signedPoints(change.low)} to ${signedPoints(change.high)} points`;
  return { ...words, detail: change.verdict === 'no-clear-change' ? words.detail : bounds };
}

/** How a page did against the week before: the arrow is that of its frustration. */
export function verdictInWords(verdict: PageVerdict): { text: string; tone: Tone } {
  const tone = verdict === 'worse' || verdict === 'better' ? verdict : 'neutral';
  return { text: markedVerdict(verdict), tone };
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

function judged({ verdict }: RateChange, difference: number): ChangeInWords {
  if (verdict === 'no-clear-change') {
    return {
      text: verdictName(verdict),
      tone: 'neutral',
      detail: changeText(difference, 'points'),
    };
  }
  const text = `${provenChangeText(difference, 'points')}, ${verdictName(verdict)}`;
  return { text, tone: verdict, detail: null };
}
