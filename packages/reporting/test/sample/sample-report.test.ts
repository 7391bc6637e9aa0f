import type { ReportedPage } from '@clarity-keep/core';
import { signals, weeklyReportSchema } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../src/sample/sample-report.ts';

const report = sampleReport();
const { pages, totals, trend } = report;

function page(label: string): ReportedPage {
  const found = pages.top.find((one) => one.label === label);
  if (found === undefined) throw new Error(`Expected ${label} among the top pages.`);
  return found;
}

describe('the sample', () => {
  it('is a report, and the same every time', () => {
    expect(weeklyReportSchema.parse(report)).toEqual(report);
    expect(sampleReport()).toEqual(report);
  });

  it('has every part that a report can have', () => {
    const lists = {
      pages: pages.top,
      better: report.better,
      recommendations: report.recommendations,
      devices: report.devices.rows,
      browsers: report.browsers?.contrasts ?? [],
      referrers: report.referrers?.rows ?? [],
      sources: report.sources?.rows ?? [],
    };
    expect(Object.entries(lists).filter(([, list]) => list.length === 0)).toEqual([]);
    expect(pages.setApart).toBeGreaterThan(0);
  });

  it('has no more sessions on its devices than on the site, and each page fewer', () => {
    const devices = report.devices.rows.reduce((sum, { sessions }) => sum + sessions, 0);
    expect(devices).toBe(totals.sessions.thisWeek);
    expect(Math.max(...pages.top.map(({ sessions }) => sessions))).toBeLessThan(devices);
  });

  it('leads into nobody’s project', () => {
    expect(JSON.stringify(report)).not.toMatch(
      /https?:\/\/(?!clarity\.microsoft\.com\/projects\/view\/w7samp1e0x|[\w.-]*fernweh\.example|[\w.]*(?:google|instagram|bing|chatgpt)\.com)/,
    );
  });
});

describe('the story of the sample', () => {
  it('begins with the payment page, which breaks on phones on Wednesday', () => {
    expect(report.headline).toMatchObject({
      type: 'worse',
      signal: 'rageClicks',
      device: 'Mobile',
      sentence: expect.stringMatching(
        /^\/checkout\/payment: \d+\.\dx more rage clicks on mobile since Wednesday$/,
      ),
    });
    expect(page('/checkout/payment')).toMatchObject({
      rank: 1,
      verdict: 'worse',
      contrast: { device: 'Mobile', signal: 'rageClicks' },
      since: '2026-11-18',
      weeks: 1,
      signals: { errorClicks: { change: { verdict: 'worse' } } },
    });
    expect(report.recommendations[0]?.page).toBe(page('/checkout/payment').page);
  });

  it('goes on with scripts that fail in Safari, and not on a device', () => {
    expect(page('/account/orders/:id')).toMatchObject({
      verdict: 'no-clear-change',
      mainSignal: 'scriptErrors',
      contrast: null,
      weeks: 2,
    });
    expect(report.browsers?.contrasts).toMatchObject([
      { browser: 'MobileSafari', signal: 'scriptErrors' },
    ]);
  });

  it('follows what is new, what goes on and what is over', () => {
    expect(
      report.findings.map(({ label, signal, status, weeks }) => [label, signal, status, weeks]),
    ).toEqual([
      ['/checkout/payment', 'rageClicks', 'new', 1],
      ['/product/alpine-jacket', 'deadClicks', 'ongoing', 5],
      ['/account/orders/:id', 'scriptErrors', 'ongoing', 2],
      ['/search?q=', 'quickbackClicks', 'ongoing', 3],
      ['/checkout/payment', 'errorClicks', 'new', 1],
      ['/gift-finder', 'deadClicks', 'new', 1],
      ['/size-guide', 'excessiveScrolls', 'new', 1],
      ['/category/boots', 'quickbackClicks', 'resolved', 7],
      ['/cart', 'deadClicks', 'resolved', 7],
    ]);
  });

  it('has a page that is new, and one that got worse on one day for a reason of its own', () => {
    expect(page('/gift-finder')).toMatchObject({ verdict: 'new', sessionsBefore: 0 });
    expect(page('/size-guide')).toMatchObject({ verdict: 'worse', since: '2026-11-19' });
  });

  it('has a fix that worked, and one of which it is too early to say', () => {
    expect(report.fixes.map(({ label, signal, verdict }) => [label, signal, verdict])).toEqual([
      ['/cart', 'deadClicks', 'worked'],
      ['/search?q=', null, 'too-early'],
    ]);
    expect(report.better.map(({ label }) => label)).toEqual(['/category/boots', '/cart']);
  });

  it('keeps a muted page out, and says that it still frustrates', () => {
    expect(report.muted).toMatchObject([
      { label: '/careers/apply', until: '2026-12-31', isStillFrustrating: true },
    ]);
    expect(pages.top.map(({ label }) => label)).not.toContain('/careers/apply');
  });

  it('has a hole three weeks ago, and a token that ends soon', () => {
    expect(trend.map(({ knownDays }) => knownDays)).toEqual([7, 7, 7, 7, 3, 7, 7, 7]);
    expect(report.missing).toMatchObject([
      { kind: 'token', sentence: expect.stringContaining('expires on Wed 2 Dec') },
    ]);
  });

  it('proves nothing of a page on which nothing was planted', () => {
    const planted = new Set(report.findings.map(({ label }) => label));
    const others = pages.top.filter(({ label }) => !planted.has(label));
    expect(others.length).toBeGreaterThan(0);
    for (const { impact, signals: its } of others) {
      expect(impact).toBe(0);
      expect(signals.map((signal) => its[signal].change?.verdict)).toEqual(
        signals.map(() => 'no-clear-change'),
      );
    }
  });
});
