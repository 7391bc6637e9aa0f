import type { Signal } from '../../../segments/signals.ts';
import { errorClicks } from './error-clicks.ts';
import { excessiveScrolling } from './excessive-scrolling.ts';
import { quickBacks } from './quick-backs.ts';
import { scriptErrors } from './script-errors.ts';
import type { SignalAdvice } from './signal-advice.ts';
import { vainClicks } from './vain-clicks.ts';

/** The advice about a signal. Every signal has one. */
export function adviceOfSignal(signal: Signal): SignalAdvice {
  switch (signal) {
    case 'rageClicks':
    case 'deadClicks':
      return vainClicks;
    case 'errorClicks':
      return errorClicks;
    case 'scriptErrors':
      return scriptErrors;
    case 'quickbackClicks':
      return quickBacks;
    case 'excessiveScrolls':
      return excessiveScrolling;
  }
}
