import { medium, small } from '../cause.ts';
import { heatmapStep } from '../clarity-steps.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Visitors who scroll to and fro, looking for something. */
export const excessiveScrolling: SignalAdvice = {
  rule: 'excessive-scrolling',
  signals: ['excessiveScrolls'],
  trouble: 'unmet',
  title: () => 'Bring what visitors look for into view',
  causes: (trouble) => [
    releaseOfTheDay(trouble),
    trouble.kind === 'search'
      ? medium('A long list without filters, or sorted so that the best match is far down.')
      : null,
    trouble.kind === 'form'
      ? small('A validation message far from its field, or a total far from the button.')
      : null,
    trouble.isTouchOnly
      ? medium('Columns of the desktop layout stacked into one long column.')
      : null,
    small('Headings that do not say what is below them, and no jump links.'),
    small('Prices, opening hours or contact details inside a closed accordion.'),
    medium('The main thing below blocks that few visitors need.'),
  ],
  checkFirst: (trouble) =>
    heatmapStep(
      trouble,
      'Scroll map, next to the click map',
      'What is clicked far down belongs further up; what nobody reaches can go.',
    ),
};
