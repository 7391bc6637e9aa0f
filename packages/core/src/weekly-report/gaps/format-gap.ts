import { displayText, shortenMiddle } from '../../display/display-text.ts';
import type { Gap } from '../report-model.ts';

const MAX_NAME = 48;
const MAX_NAMES = 5;

/** That answers hold what this version does not know, with what to do; null when they do not. */
export function formatGap(unrecognised: readonly string[]): Gap | null {
  if (unrecognised.length === 0) return null;
  const names = [...new Set(unrecognised)]
    .toSorted()
    .map((name) => displayText(shortenMiddle(name.trim(), MAX_NAME)));
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return {
    kind: 'format',
    names,
    sentence: `Clarity sends what this version does not know: ${names.slice(0, MAX_NAMES).join(', ')}${more}. Nothing is lost, the raw answers are kept. Update Clarity Keep and run "clarity-keep reparse".`,
  };
}
