import { signals, weeklyReportSchema } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../src/sample/sample-report.ts';

const report = sampleReport();
const { pages, totals, trend } = report;

/** Every number with a decimal in a text, and every count. */
function numbersOf(text: string): string[] {
  return text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
}

describe('the sample', () => {
  it('is a report', () => {
    expect(weeklyReportSchema.parse(report)).toEqual(report);
  });

  it.each(pages.top.map((page) => [page.label, page] as const))('adds up on %s', (_label, page) => {
    const parts = signals.map((signal) => page.signals[signal]);
    expect(parts.reduce((sum, { impact }) => sum + impact, 0)).toBeCloseTo(page.impact, 3);
    for (const { affected, rate, interval, change } of parts) {
      expect(rate).toBeCloseTo((affected ?? 0) / page.sessions, 5);
      expect(interval?.low).toBeLessThanOrEqual(rate ?? 0);
      expect(interval?.high).toBeGreaterThanOrEqual(rate ?? 1);
      expect(change?.after ?? { affected, sessions: page.sessions }).toMatchObject({
        affected,
        sessions: page.sessions,
      });
    }
  });

  it('ranks its pages by impact', () => {
    expect(pages.top.map(({ rank }) => rank)).toEqual(pages.top.map((_, index) => index + 1));
    const impacts = pages.top.map(({ impact }) => impact);
    expect(impacts).toEqual(impacts.toSorted((a, b) => b - a));
  });

  it('calls worse or better only what its intervals say', () => {
    const changes = [
      ...pages.top.flatMap((page) => signals.map((signal) => page.signals[signal].change)),
      ...signals.map((signal) => totals.signals[signal].proof),
      ...report.better.map(({ change }) => change),
    ].filter((change) => change !== null);
    const said = changes.map(({ low, high }) =>
      low > 0 ? 'worse' : high < 0 ? 'better' : 'no-clear-change',
    );
    expect(changes.map(({ verdict }) => verdict)).toEqual(said);
  });

  it('has the same week at the end of its trend, and the same sessions on its devices', () => {
    expect(trend.at(-1)).toMatchObject({ week: report.week, sessions: totals.sessions.thisWeek });
    expect(trend.at(-2)?.sessions).toBe(totals.sessions.weekBefore);
    const devices = report.devices.rows.reduce((sum, { sessions }) => sum + sessions, 0);
    expect(devices).toBe(totals.sessions.thisWeek);
    for (const signal of signals) {
      const { affected, rate } = totals.signals[signal];
      expect(rate.thisWeek).toBeCloseTo((affected ?? 0) / (totals.sessions.thisWeek ?? 0), 5);
      expect(trend.at(-1)?.rates[signal]).toBe(rate.thisWeek);
    }
  });

  it('says nothing in its advice that is not in its data', () => {
    const known = new Set(
      numbersOf(JSON.stringify(report))
        .map(Number)
        .flatMap((value) => [
          String(Math.abs(value)),
          value.toLocaleString('en-US'),
          (value * 100).toFixed(1),
        ]),
    );
    for (const { evidence, verify } of report.recommendations) {
      for (const number of numbersOf([...evidence, verify].join(' '))) {
        expect(known).toContain(number);
      }
    }
  });

  it('leads into nobody\u2019s project', () => {
    expect(report.project.id).toBe('w7samp1e0x');
    expect(JSON.stringify(report)).not.toMatch(
      /https?:\/\/(?!clarity\.microsoft\.com\/projects\/view\/w7samp1e0x|[\w.-]*fernweh\.example|[\w.]*(?:google|instagram|bing|chatgpt)\.com)/,
    );
  });
});
