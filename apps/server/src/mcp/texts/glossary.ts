import type { Signal } from '@clarity-keep/core';
import {
  DEFAULT_MIN_SESSIONS,
  defaultSignalWeights,
  signalNames,
  signals,
} from '@clarity-keep/core';

const meanings: Record<Signal, string> = {
  rageClicks: 'many clicks in one spot in quick succession',
  deadClicks: 'a click that had no effect',
  errorClicks: 'a click followed by a script error',
  scriptErrors: 'a JavaScript error on the page',
  quickbackClicks: 'a visitor opened a page and quickly went back',
  excessiveScrolls: 'a visitor scrolled much more than reading takes',
};

/** What the words in the answers mean, as Markdown. */
export function glossary(): string {
  return [
    '# Clarity Keep glossary',
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
    `with the one-sided 95 % Wilson lower bound and the rate over all pages of the window. It is the number of affected sessions beyond what the site rate would give, as far as the data prove it. A page with fewer than ${DEFAULT_MIN_SESSIONS} sessions is not judged: it has no rank and no impact.`,
    '',
    '## States of a day',
    '',
    '- `complete`: one response from Clarity covers it.',
    '- `estimated`: worked out from overlapping windows, or from a window that shares hours with the day before.',
    '- `truncated`: cut off by Clarity at 1,000 rows, so rare entries are missing.',
    '- `missing`: no data. Its numbers are null, not zero.',
    '',
    '## What does not add up',
    '',
    '- Pages do not add up to the site: one session sees many pages.',
    '- Users are never added up, over days or anything else.',
    '- Sessions of merged variants of a page are an upper bound.',
    '- Bots are counted separately, as Clarity counts them.',
    '',
  ].join('\n');
}
