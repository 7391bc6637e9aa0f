import { medium, small } from '../cause.ts';
import { recordingsStep } from '../clarity-steps.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Clicks that end in a script error. */
export const errorClicks: SignalAdvice = {
  rule: 'error-clicks',
  signals: ['errorClicks'],
  trouble: 'broken',
  title: ({ page, isTouchOnly }) =>
    `${isTouchOnly ? 'Taps' : 'Clicks'} on ${page.label} end in script errors.`,
  causes: (trouble) => [
    releaseOfTheDay(trouble),
    trouble.browsers.length > 0
      ? medium("A click handler that uses a feature this browser doesn't support.")
      : null,
    trouble.kind === 'form'
      ? medium('A submit handler that fails on an empty or unexpected value, or a refused request.')
      : null,
    trouble.kind === 'search'
      ? medium('A filter or suggestion that fails when nothing is found.')
      : null,
    trouble.isTouchOnly
      ? medium('A click handler that expects a mouse, or an element the mobile layout leaves out.')
      : null,
    small('A tag, consent or chat script that the click depends on and a blocker has stopped.'),
    medium("A click handler that needs data which hasn't loaded yet."),
  ],
  checkFirst: (trouble) =>
    recordingsStep(
      trouble,
      'Note the element and the error message, then look for it in the browser console or your error tracker.',
    ),
};
