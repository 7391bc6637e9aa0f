import { medium, small } from '../cause.ts';
import { heatmapStep, recordingsStep } from '../clarity-steps.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Rage clicks and dead clicks: visitors press something, and nothing comes of it. */
export const vainClicks: SignalAdvice = {
  rule: 'vain-clicks',
  signals: ['rageClicks', 'deadClicks'],
  trouble: 'broken',
  title: ({ signals }) =>
    signals[0] === 'rageClicks'
      ? 'Find what visitors press again and again'
      : 'Find what looks clickable and is not',
  causes: (trouble) => {
    const { kind, signals, isTouchOnly, isDesktopOnly, hasScriptErrors } = trouble;
    return [
      releaseOfTheDay(trouble),
      hasScriptErrors
        ? medium('A script error on this page that leaves a button without its handler.')
        : null,
      kind === 'form'
        ? small('A submit button that stays disabled and does not say which field is missing.')
        : null,
      kind === 'form'
        ? small('A validation message off screen, above or below the part that is visible.')
        : null,
      kind === 'search' ? medium('Filters that answer late, or not at all.') : null,
      kind === 'search' ? medium('An empty list of results with no way on.') : null,
      isTouchOnly
        ? small('A tap target that is too small, or under a sticky bar, a banner or a chat button.')
        : null,
      isTouchOnly
        ? medium('A menu or hint that opens on hover only, which a touch screen does not have.')
        : null,
      isTouchOnly ? small('A button outside the viewport or behind the on-screen keyboard.') : null,
      isDesktopOnly
        ? medium(
            'A hover menu that closes before the pointer reaches it, or an invisible layer over the page.',
          )
        : null,
      signals[0] === 'deadClicks'
        ? small('An image, a headline or an icon that looks like a link and is none.')
        : medium('A control that works, but shows no sign of it for too long.'),
      signals[0] === 'deadClicks'
        ? medium('A control that works, but shows no sign of it for too long.')
        : small('An image, a headline or an icon that looks like a link and is none.'),
    ];
  },
  checkFirst: (trouble) =>
    trouble.signals[0] === 'deadClicks'
      ? heatmapStep(
          trouble,
          'Dead clicks',
          'The hottest element that is no link is the one to change.',
        )
      : recordingsStep(
          trouble,
          'Look at what is pressed, and what should have happened. The heatmap shows the element.',
        ),
};
