import { rate } from '../../display/numbers.ts';
import { signalNames } from '../../display/names/signal-names.ts';
import type { PageTrouble } from './page-trouble.ts';
import type { ReportParts } from './rule.ts';

/** A longer one is not copied from a mail. */
const LONGEST_ARGUMENT = 120;

/** Which number of a page should fall to what and by when, and how to have the report judge it. */
export function verifyPage({ pages }: ReportParts, { page, signals }: PageTrouble): string {
  const [signal] = signals;
  const { rate: now, impact, change } = page.signals[signal];
  const siteRate = pages.siteRates[signal];
  const goal =
    impact > 0 && siteRate !== null
      ? `to about ${rate(siteRate)}, the rate across all pages`
      : change === null
        ? 'clearly'
        : `back to about ${rate(change.before.rate)}, the rate of the week before`;
  return (
    `In the first full week after the fix, ${signalNames[signal]} should fall from ${rate(now)} of sessions ${goal}. ` +
    `Record the fix with ${annotateCommand(page.page)}, and the report will say whether it worked.`
  );
}

/** The command with the page as stored, or with a placeholder where it would be unsafe to paste into a shell. */
function annotateCommand(page: string): string {
  const isPlain = page.length <= LONGEST_ARGUMENT && /^[\w:/.?=&%~+,-]+$/.test(page);
  return `clarity-keep annotate ${isPlain ? `'${page}'` : 'PAGE'} "what you changed"`;
}
