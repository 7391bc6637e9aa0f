import { medium, small } from '../cause.ts';
import { recordingsStep } from '../clarity-steps.ts';
import { label } from '../../../display/page-names.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Scripts that fail, whether somebody clicked or not. */
export const scriptErrors: SignalAdvice = {
  rule: 'script-errors',
  signals: ['scriptErrors'],
  trouble: 'broken',
  title: () => 'Repair the script that fails',
  causes: (trouble) => {
    const [browser] = trouble.browsers;
    return [
      releaseOfTheDay(trouble),
      browser === undefined
        ? null
        : medium(`An API that ${label(browser.browser)} lacks, called without a check.`),
      browser === undefined
        ? null
        : small(
            `A vendor script (tags, chat, experiments) that fails in ${label(browser.browser)}.`,
          ),
      trouble.isTouchOnly
        ? medium('A script that expects an element which the phone layout leaves out.')
        : null,
      trouble.kind === 'form'
        ? medium('A payment, address or captcha widget that does not load.')
        : null,
      trouble.kind === 'search'
        ? medium('A request without results that is read as if it had some.')
        : null,
      medium('A script made for another template that expects elements this page lacks.'),
      small('A third-party script, or one that a blocker has stopped.'),
    ];
  },
  checkFirst: (trouble) =>
    recordingsStep(
      trouble,
      'Read the message and its script in the list of errors, then open the page in the same browser with the console open.',
    ),
};
