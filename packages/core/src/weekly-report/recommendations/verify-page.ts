import { rate } from '../../display/numbers.ts';
import { signalNames } from '../../display/signal-names.ts';
import type { PageTrouble } from './page-trouble.ts';
import type { ReportParts } from './rule.ts';

/** Longer addresses are not copied from a mail. */
const LONGEST_ARGUMENT = 120;

/** Which number of a page should fall to what, and by when; and how the report is told to judge it. */
export function verifyPage({ pages }: ReportParts, { page, signals }: PageTrouble): string {
  const [signal] = signals;
  const { rate: now, impact, change } = page.signals[signal];
  const siteRate = pages.siteRates[signal];
  const goal =
    impact > 0 && siteRate !== null
      ? `to about the ${rate(siteRate)} of all pages`
      : change === null
        ? 'clearly'
        : `back to about the ${rate(change.before.rate)} of the week before`;
  return (
    `In the first full week after the fix ${signalNames[signal]} should fall from ${rate(now)} ${goal}. ` +
    `Announce the fix with ${annotateCommand(page.page)}, and the report says whether it worked.`
  );
}

/** The command with the page as it is stored, or with a gap where that would be unsafe to copy into a shell. */
function annotateCommand(page: string): string {
  const isPlain = page.length <= LONGEST_ARGUMENT && /^[\w:/.?=&%~+,-]+$/.test(page);
  return `clarity-keep annotate ${isPlain ? `'${page}'` : 'PAGE'} "what you changed"`;
}
