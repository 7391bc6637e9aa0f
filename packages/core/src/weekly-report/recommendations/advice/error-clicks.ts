import { medium, small } from '../cause.ts';
import { recordingsStep } from '../clarity-steps.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Clicks that end in a script error. */
export const errorClicks: SignalAdvice = {
  rule: 'error-clicks',
  signals: ['errorClicks'],
  trouble: 'broken',
  title: () => 'Repair the click that throws an error',
  causes: (trouble) => [
    releaseOfTheDay(trouble),
    trouble.browsers.length > 0
      ? medium('A handler that uses what this browser does not have.')
      : null,
    trouble.kind === 'form'
      ? medium('A submit handler that fails on an empty or unexpected value, or a refused request.')
      : null,
    trouble.kind === 'search'
      ? medium('A filter or a suggestion that fails when nothing is found.')
      : null,
    trouble.isTouchOnly
      ? medium('A handler that expects a mouse, or an element that the phone layout leaves out.')
      : null,
    small('A tag, consent or chat script that the handler calls and a blocker has stopped.'),
    medium('A handler that expects data that has not been loaded yet.'),
  ],
  checkFirst: (trouble) =>
    recordingsStep(
      trouble,
      'Note the element and the message, and look for it in the browser console or your error tracker.',
    ),
};
