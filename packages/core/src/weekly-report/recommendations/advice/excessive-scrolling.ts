import { medium, small } from '../cause.ts';
import { heatmapStep } from '../clarity-steps.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Visitors who scroll up and down, as if they looked for something. */
export const excessiveScrolling: SignalAdvice = {
  rule: 'excessive-scrolling',
  signals: ['excessiveScrolls'],
  trouble: 'unmet',
  title: ({ page }) => `Visitors scroll up and down ${page.label}, probably looking for something.`,
  causes: (trouble) => [
    releaseOfTheDay(trouble),
    trouble.kind === 'search'
      ? medium('A long list without filters, or sorted so that the best matches are far down.')
      : null,
    trouble.kind === 'form'
      ? small('A validation message far from its field, or a total far from the button.')
      : null,
    trouble.isTouchOnly ? medium('Desktop columns stacked into one long column.') : null,
    small("Headings that don't say what's below them, and no jump links."),
    small('Prices, opening hours or contact details hidden in a closed accordion.'),
    medium('Main content placed below blocks that few visitors need.'),
  ],
  checkFirst: (trouble) =>
    heatmapStep(
      trouble,
      'Scroll map next to the click map',
      "What's clicked far down may belong further up; what nobody reaches can go.",
    ),
};
