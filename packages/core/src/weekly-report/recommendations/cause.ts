import type { Recommendation } from '../report-model.ts';

const MOST_CAUSES = 4;

/** What may be behind a signal, and what it takes to fix it. */
export interface Cause {
  text: string;
  effort: Recommendation['effort'];
}

/** The first causes that apply, the likeliest first. The effort is that of the likeliest. */
export function causesOf(
  causes: readonly (Cause | null)[],
): Pick<Recommendation, 'likelyCauses' | 'effort'> {
  const applying = causes.filter((cause) => cause !== null).slice(0, MOST_CAUSES);
  return {
    likelyCauses: applying.map(({ text }) => text),
    effort: applying[0]?.effort ?? 'medium',
  };
}

/** A cause that is cheap to remove: a style, a text, a setting. */
export function small(text: string): Cause {
  return { text, effort: 'small' };
}

/** A cause that takes a change of code. */
export function medium(text: string): Cause {
  return { text, effort: 'medium' };
}

/** A cause that takes a project: how a page is built, or how fast it is served. */
export function large(text: string): Cause {
  return { text, effort: 'large' };
}
