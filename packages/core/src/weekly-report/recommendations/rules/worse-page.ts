import { adviceOfSignal } from '../advice/advice-of-signal.ts';
import { advisePage } from '../advise-page.ts';
import { pageTrouble } from '../page-trouble.ts';
import type { Rule } from '../rule.ts';

/**
 * A page that provably got worse by a signal that does not yet stand out against the site: the cheapest
 * moment to look. It weighs by the affected sessions beyond the rate of the week before.
 */
export const worsePage: Rule = (parts) =>
  parts.pages.top.flatMap((page) => {
    const signal = page.mainSignal;
    if (page.verdict !== 'worse' || signal === null) return [];
    const { change, impact } = page.signals[signal];
    if (change?.verdict !== 'worse' || impact > 0) return [];
    const trouble = pageTrouble(parts, page, [signal]);
    const excess = change.after.sessions * Math.max(0, change.low) * parts.pages.weights[signal];
    const advice = { ...adviceOfSignal(signal), rule: 'worse-page' };
    return [advisePage(parts, { advice, trouble, impact: excess })];
  });
