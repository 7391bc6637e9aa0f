import { describe, expect, it } from 'vitest';

import { createDemoSite, demoReleaseDay, truth } from '../src/index.ts';

// A Monday: the last complete ISO week is 16 to 22 November.
const site = createDemoSite({ seed: 7, today: '2026-11-23' });
const week = (monday: string) => {
  const from = Date.parse(monday);
  return { site, from, to: from + 7 * 86_400_000 };
};
const withoutQuery = (url: string) => url.replace(/[?#].*/, '');

const rageRate = (monday: string, device: string) => {
  const row = truth({
    ...week(monday),
    by: ['page', 'device'],
    normaliseUrl: withoutQuery,
  }).find(
    ({ segment }) =>
      segment.page === 'https://shop.example.com/checkout' && segment.device === device,
  );
  return (row?.signals.rageClicks.affected ?? 0) / (row?.sessions ?? 0);
};

describe('the demo site', () => {
  it('breaks the checkout for phones in the last complete week', () => {
    expect(rageRate('2026-11-16', 'Mobile')).toBeGreaterThan(0.3);
    expect(rageRate('2026-11-09', 'Mobile')).toBeLessThan(0.05);
    expect(rageRate('2026-11-16', 'PC')).toBeLessThan(0.05);
  });

  it('puts the cart right in the release that breaks the checkout', () => {
    const errorsIn = (monday: string) =>
      truth({ ...week(monday), by: ['page'], normaliseUrl: withoutQuery }).find(
        ({ segment }) => segment.page === 'https://shop.example.com/cart',
      )?.signals.errorClicks.affected ?? 0;
    expect(['2026-11-23', '2026-11-29'].map(demoReleaseDay)).toEqual(['2026-11-16', '2026-11-16']);
    expect(errorsIn('2026-11-09')).toBeGreaterThan(10 * errorsIn('2026-11-16'));
  });

  it('has a volume and rates as real sites have them', () => {
    const [row] = truth(week('2026-11-09'));
    const sessions = row?.sessions ?? 0;
    expect(sessions / 7).toBeGreaterThan(540);
    expect(sessions / 7).toBeLessThan(660);
    const rate = (affected = 0) => affected / sessions;
    expect(rate(row?.signals.deadClicks.affected)).toBeGreaterThan(0.02);
    expect(rate(row?.signals.deadClicks.affected)).toBeLessThan(0.21);
    expect(rate(row?.signals.quickbackClicks.affected)).toBeLessThan(0.17);
    expect(rate(row?.signals.excessiveScrolls.affected)).toBeLessThan(0.012);
    expect(row?.scrollDepth).toBeGreaterThan(50);
    expect(row?.scrollDepth).toBeLessThan(70);
    expect((row?.pageViews ?? 0) / sessions).toBeGreaterThan(1.5);
    expect((row?.pageViews ?? 0) / sessions).toBeLessThan(3.5);
  });
});
