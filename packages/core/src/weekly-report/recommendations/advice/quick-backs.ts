import { large, medium, small } from '../cause.ts';
import { recordingsStep } from '../clarity-steps.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Visitors who go back right away. */
export const quickBacks: SignalAdvice = {
  rule: 'quick-backs',
  signals: ['quickbackClicks'],
  trouble: 'unmet',
  title: ({ page }) =>
    `Many visitors leave ${page.label} right away. Check what brings them there.`,
  causes: (trouble) => [
    releaseOfTheDay(trouble),
    trouble.kind === 'search'
      ? medium("Results that don't match the search, or no results and no suggestions.")
      : null,
    trouble.kind === 'search'
      ? medium('Filters and sorting that are lost when visitors come back from a result.')
      : null,
    trouble.kind === 'form'
      ? medium('A login, fee or delivery time that appears here for the first time.')
      : null,
    trouble.isTouchOnly
      ? small('A banner or pop-up that covers the first screen on a phone.')
      : null,
    small("A link, teaser or ad that promises something the first screen doesn't show."),
    small(
      "A dead end: sold out, expired or not available in the visitor's country, with no alternative.",
    ),
    large('Content that loads so slowly that visitors give up.'),
  ],
  checkFirst: (trouble) =>
    recordingsStep(
      trouble,
      'See where visitors come from, what the first screen shows them and where they go next.',
    ),
};
