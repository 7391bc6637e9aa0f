import type { Digest, DigestProject } from '@clarity-keep/core';
import { WEEK } from './a-report.ts';

/** A project of an ordinary week: one page that frustrates, as before. */
export function aDigestProject(overrides: Partial<DigestProject> = {}): DigestProject {
  return {
    id: 'wxb0r23ozh',
    name: 'Example Shop',
    dashboard: 'https://clarity.microsoft.com/projects/view/wxb0r23ozh/dashboard',
    headline: { type: 'ongoing', sentence: 'Rage clicks on /checkout: 98 of 840 sessions' },
    sessions: {
      thisWeek: 5_740,
      weekBefore: 5_100,
      change: 12.5,
      unit: 'percent',
      refusal: null,
      baseline: { value: null, change: null, refusal: 'unknown' },
    },
    impact: 58.4,
    worsePages: 0,
    topPage: {
      page: 'https://shop.example.com/checkout',
      label: '/checkout',
      impact: 41.2,
      verdict: 'no-clear-change',
      signal: 'rageClicks',
      links: { recordings: 'https://clarity.microsoft.com/recordings', heatmap: null },
    },
    findings: { new: 1, ongoing: 2, resolved: 0 },
    gaps: [],
    ...overrides,
  };
}

export function aDigest(overrides: Partial<Digest> = {}): Digest {
  return {
    kind: 'digest',
    version: 1,
    week: WEEK,
    days: { from: '2026-11-16', to: '2026-11-22' },
    headline: { sentence: 'Example Shop: Rage clicks on /checkout.', project: 'wxb0r23ozh' },
    projects: [aDigestProject()],
    without: [],
    ...overrides,
  };
}

/** Every part of the mail: projects that got worse, quiet ones, many on a line each, some without data. */
export function aDigestOfMany(name = 'Example Shop'): Digest {
  const worse = aDigestProject({
    name,
    worsePages: 2,
    gaps: ['Nothing was collected for Sun 22 Nov, so no number includes that day.', 'And more.'],
  });
  const quiet = aDigestProject({
    name: `${name} of another country`,
    headline: { type: 'quiet', sentence: 'A quiet week.' },
    impact: 0,
    topPage: null,
    findings: { new: 0, ongoing: 0, resolved: 1 },
  });
  return aDigest({
    headline: { sentence: `${name}: ${worse.headline.sentence}`, project: 'wxb0r23ozh' },
    projects: [worse, aDigestProject(), ...Array.from({ length: 30 }, () => quiet)],
    without: [
      { id: 'a', name },
      { id: 'b', name: 'Silent' },
    ],
  });
}
