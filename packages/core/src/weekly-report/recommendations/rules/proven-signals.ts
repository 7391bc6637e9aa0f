import type { SignalAdvice } from '../advice/signal-advice.ts';
import { advisePage } from '../advise-page.ts';
import { isStandingOut } from '../is-standing-out.ts';
import { pageTrouble } from '../page-trouble.ts';
import type { Rule } from '../rule.ts';

/** A top page with proven impact by the signals of an advice. Signals that mean the same are one trouble. */
export function provenSignals(advice: SignalAdvice): Rule {
  return (parts) =>
    parts.pages.top.flatMap((page) => {
      const impact = advice.signals.reduce((sum, one) => sum + page.signals[one].impact, 0);
      const [first, ...others] = advice.signals
        .filter((signal) => isStandingOut(page.signals[signal]))
        .toSorted((a, b) => page.signals[b].impact - page.signals[a].impact);
      if (first === undefined || impact === 0) return [];
      const trouble = pageTrouble(parts, page, [first, ...others]);
      return [advisePage(parts, { advice, trouble, impact })];
    });
}
