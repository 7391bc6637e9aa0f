import { displayText, shortenMiddle } from '../../display/safe-text/display-text.ts';
import { listedUpTo } from '../../display/lists.ts';
import type { Gap } from '../report-model.ts';

const MAX_NAME = 48;
const MAX_NAMES = 5;

/** Says that Clarity sent what this version does not recognise, and what to do; null when it did not. */
export function formatGap(unrecognised: readonly string[]): Gap | null {
  if (unrecognised.length === 0) return null;
  const names = [...new Set(unrecognised)]
    .toSorted()
    .map((name) => displayText(shortenMiddle(name.trim(), MAX_NAME)));
  return {
    kind: 'format',
    names,
    sentence: `Clarity sent data that this version doesn't recognise: ${listedUpTo(MAX_NAMES, names)}. Nothing is lost: the raw responses are stored. Update Clarity Keep, then run "clarity-keep reparse".`,
  };
}
