import { medium, small } from '../cause.ts';
import { heatmapStep, recordingsStep } from '../clarity-steps.ts';
import { releaseOfTheDay } from './release-of-the-day.ts';
import type { SignalAdvice } from './signal-advice.ts';

/** Rage clicks and dead clicks: visitors click something, and nothing comes of it. */
export const vainClicks: SignalAdvice = {
  rule: 'vain-clicks',
  signals: ['rageClicks', 'deadClicks'],
  trouble: 'broken',
  title: ({ page, signals, isTouchOnly }) =>
    signals[0] === 'rageClicks'
      ? `Visitors keep ${isTouchOnly ? 'tapping' : 'clicking'} something on ${page.label} that doesn't respond.`
      : `Something on ${page.label} looks clickable but isn't.`,
  causes: (trouble) => {
    const { kind, signals, isTouchOnly, isDesktopOnly, hasScriptErrors } = trouble;
    return [
      releaseOfTheDay(trouble),
      hasScriptErrors
        ? medium('A script error on this page that stops a button from working.')
        : null,
      kind === 'form'
        ? small("A submit button that stays disabled and doesn't say which field is missing.")
        : null,
      kind === 'form'
        ? small("A validation message off screen, above or below what's visible.")
        : null,
      kind === 'search' ? medium('Filters that respond late or not at all.') : null,
      kind === 'search' ? medium('An empty list of results that leads nowhere.') : null,
      isTouchOnly
        ? small("A tap target that's too small, or covered by a sticky bar, banner or chat button.")
        : null,
      isTouchOnly
        ? medium("A menu or hint that only opens on hover, which touch screens don't have.")
        : null,
      isTouchOnly ? small('A button off screen or behind the on-screen keyboard.') : null,
      isDesktopOnly
        ? medium(
            'A hover menu that closes before the pointer reaches it, or an invisible layer over the page.',
          )
        : null,
      signals[0] === 'deadClicks'
        ? small("An image, heading or icon that looks like a link but isn't.")
        : medium('A control that works but takes too long to show it.'),
      signals[0] === 'deadClicks'
        ? medium('A control that works but takes too long to show it.')
        : small("An image, heading or icon that looks like a link but isn't."),
    ];
  },
  checkFirst: (trouble) =>
    trouble.signals[0] === 'deadClicks'
      ? heatmapStep(trouble, 'Dead clicks', "Start with the hottest element that isn't a link.")
      : recordingsStep(
          trouble,
          `Watch what visitors ${trouble.isTouchOnly ? 'tap' : 'click'} and what should have happened. The heatmap shows the element.`,
        ),
};
