import { label } from '../../../display/names/page-names.ts';
import { medium, small } from '../cause.ts';
import { recordingsStep } from '../clarity-steps.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Scripts that fail, whether or not anyone clicked. */
export const scriptErrors: SignalAdvice = {
  rule: 'script-errors',
  signals: ['scriptErrors'],
  trouble: 'broken',
  title: ({ page }) => `A script is failing on ${page.label}.`,
  causes: (trouble) => {
    const [browser] = trouble.browsers;
    return [
      releaseOfTheDay(trouble),
      browser === undefined
        ? null
        : medium(`A feature that ${label(browser.browser)} lacks, used without a check.`),
      browser === undefined
        ? null
        : small(
            `A vendor script (tags, chat, experiments) that fails in ${label(browser.browser)}.`,
          ),
      trouble.isTouchOnly
        ? medium('A script that expects an element the mobile layout leaves out.')
        : null,
      trouble.kind === 'form'
        ? medium("A payment, address or captcha widget that doesn't load.")
        : null,
      trouble.kind === 'search'
        ? medium('A search without results that the script treats as if it had some.')
        : null,
      medium('A script made for another template that expects elements this page lacks.'),
      small('A third-party script that fails or that a blocker has stopped.'),
    ];
  },
  checkFirst: (trouble) =>
    recordingsStep(
      trouble,
      'Note the error message and its script, then open the page in the same browser with the console open.',
    ),
};
