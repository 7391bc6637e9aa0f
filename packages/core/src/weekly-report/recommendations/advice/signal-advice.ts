import type { Signal } from '../../../segments/signals.ts';
import type { Cause } from '../cause.ts';
import type { PageTrouble } from '../page-trouble.ts';
import type { Trouble } from '../rule.ts';

/** What to say about a signal on a page, or about signals that mean the same. */
export interface SignalAdvice {
  /** Its name in a recommendation. */
  rule: string;
  signals: readonly Signal[];
  trouble: Trouble;
  /** Names the page. A sentence, because another may follow. */
  title: (trouble: PageTrouble) => string;
  /** The likeliest first; null for one that does not apply. */
  causes: (trouble: PageTrouble) => (Cause | null)[];
  checkFirst: (trouble: PageTrouble) => string;
}
