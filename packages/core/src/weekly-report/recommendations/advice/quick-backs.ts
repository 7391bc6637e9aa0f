import { large, medium, small } from '../cause.ts';
import { recordingsStep } from '../clarity-steps.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Visitors who turn back at once. */
export const quickBacks: SignalAdvice = {
  rule: 'quick-backs',
  signals: ['quickbackClicks'],
  trouble: 'unmet',
  title: () => 'Give visitors what they came for',
  causes: (trouble) => [
    releaseOfTheDay(trouble),
    trouble.kind === 'search'
      ? medium('Results that do not match the words, or none at all and no suggestion.')
      : null,
    trouble.kind === 'search'
      ? medium('Filters and sorting that are lost when somebody comes back from a result.')
      : null,
    trouble.kind === 'form'
      ? medium('A login, a fee or a delivery time that shows up here for the first time.')
      : null,
    trouble.isTouchOnly
      ? small('A banner or pop-up that covers the first screen of a phone.')
      : null,
    small('A link, teaser or ad that promises something else than the first screen shows.'),
    small('A dead end: sold out, expired, or not for this country, without an alternative.'),
    large('Content that comes so late that visitors give up on it.'),
  ],
  checkFirst: (trouble) =>
    recordingsStep(
      trouble,
      'Look at where they come from, what the first screen shows them, and where they go instead.',
    ),
};
