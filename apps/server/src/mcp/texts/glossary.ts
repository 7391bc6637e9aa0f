import type { Signal } from '@clarity-keep/core';
import {
  DEFAULT_MIN_SESSIONS,
  defaultSignalWeights,
  signalNames,
  signals,
} from '@clarity-keep/core';

const meanings: Record<Signal, string> = {
  rageClicks: 'many clicks in one place in a short time',
  deadClicks: 'a click that nothing answered',
  errorClicks: 'a click that a script error followed',
  scriptErrors: 'an error of a script on the page',
  quickbackClicks: 'somebody went to a page and soon back to the one before',
  excessiveScrolls: 'somebody scrolled up and down more than reading takes',
};

/** What the words in the answers mean, as Markdown. */
export function glossary(): string {
  return [
    '# Words of Clarity Keep',
    '',
    '## Signals',
    '',
    ...signals.map(
      (signal) =>
        `- \`${signal}\`, ${signalNames[signal]}: ${meanings[signal]}. Weight ${defaultSignalWeights[signal]} unless the project has its own.`,
    ),
    '',
    '`events` counts how often it happened, `affected` the sessions with at least one, `rate` is affected per session, from 0 to 1.',
    '',
    '## Impact',
    '',
    'impact(page) = sum over signals of weight x sessions x max(0, wilsonLower(affected, sessions) - siteRate)',
    '',
    `with the one-sided 95 % Wilson lower bound and the rate over all pages of the window. It is the number of affected sessions beyond what the rate of the site would give, as far as the data prove it. A page with fewer than ${DEFAULT_MIN_SESSIONS} sessions is set apart: it has no rank and no impact.`,
    '',
    '## States of a day',
    '',
    '- `complete`: one answer of Clarity covers it.',
    '- `estimated`: the difference of overlapping windows, or a window that shares hours with the day before.',
    '- `truncated`: Clarity cut the list at 1,000 rows, so what is rare is missing.',
    '- `missing`: nothing is known. Its numbers are null, not zero.',
    '',
    '## What does not add up',
    '',
    '- Pages do not add up to the site: one session sees many pages.',
    '- Users are never added up, over days or anything else.',
    '- Sessions of merged variants of a page are an upper bound.',
    '- Bots are kept apart, as Clarity counts them.',
    '',
  ].join('\n');
}
