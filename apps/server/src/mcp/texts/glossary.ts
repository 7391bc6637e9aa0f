import {
  dayStateMeaning,
  DEFAULT_MIN_SESSIONS,
  defaultSignalWeights,
  impactMeaning,
  shownDayStates,
  signalMeaning,
  signalNames,
  signals,
} from '@clarity-keep/core';

/** What the words in the answers mean, as Markdown. */
export function glossary(): string {
  return [
    '# Clarity Keep glossary',
    '',
    '## Signals',
    '',
    ...signals.map(
      (signal) =>
        `- \`${signal}\`, ${signalNames[signal]}: ${signalMeaning(signal)}. Weight ${defaultSignalWeights[signal]} unless the project has its own.`,
    ),
    '',
    '`events` counts how often it happened, `affected` the sessions with at least one, `rate` is affected per session, from 0 to 1.',
    '',
    '## Impact',
    '',
    'impact(page) = sum over signals of weight x sessions x max(0, wilsonLower(affected, sessions) - siteRate)',
    '',
    `with the one-sided 95% Wilson lower bound and the rate over all pages of the window. ${impactMeaning} A page with fewer than ${DEFAULT_MIN_SESSIONS} sessions is not judged: it has no rank and no impact. Nor has a page whose signals are all unknown.`,
    '',
    '## States of a day',
    '',
    ...shownDayStates.map((state) => `- \`${state}\`: ${dayStateMeaning(state)}.`),
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
