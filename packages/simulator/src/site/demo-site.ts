import { type Site, createSite } from './create-site.ts';
import { type Day, addDays, weekdayOf } from './day.ts';
import type { Problem } from './site-options.ts';

/**
 * The shop of the demo, with problems worth finding. `today` (a UTC day) places them: on the day of its
 * last release the cart is put right and the checkout button for phones breaks, so that the weekly report
 * has news; the other problems have been there for longer.
 */
export function createDemoSite(input: {
  seed: number;
  today: Day;
  sessionsPerDay?: number;
  hostile?: boolean;
}): Site {
  const { today, ...options } = input;
  return createSite({ ...options, problems: demoProblems(today) });
}

/** The Monday of the last complete ISO week, on which the shop of the demo had its last release. */
export function demoReleaseDay(today: Day): Day {
  return addDays(today, -weekdayOf(today) - 7);
}

function demoProblems(today: Day): Problem[] {
  const released = demoReleaseDay(today);
  return [
    {
      page: '/checkout',
      signal: 'rageClicks',
      device: 'Mobile',
      fromDay: released,
      probability: 0.4,
    },
    {
      page: '/checkout',
      signal: 'deadClicks',
      device: 'Mobile',
      fromDay: released,
      probability: 0.55,
    },
    {
      page: '/products/reading-lamp',
      signal: 'scriptErrors',
      fromDay: addDays(released, -10),
      probability: 0.35,
    },
    { page: '/pricing', signal: 'deadClicks', device: 'PC', probability: 0.15 },
    {
      page: '/cart',
      signal: 'errorClicks',
      toDay: addDays(released, -1),
      probability: 0.18,
    },
  ];
}
