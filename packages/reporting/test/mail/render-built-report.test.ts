import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/mail/render-report.ts';
import { aReport, page, reportInput, someStates, someSums } from '../support/a-report.ts';

describe('the mail of a report as it is built', () => {
  it.each([
    ['letters', 'ä€/'.repeat(650)],
    ['quotes, which HTML writes with six', '"'.repeat(2_000)],
  ])('stays under what Gmail cuts off, with 5,000 URLs of 2,000 %s', async (_name, long) => {
    const days = someStates({ '2026-11-18': 'missing', '2026-11-19': 'estimated' });
    const cut = someStates({ '2026-11-18': 'missing', '2026-11-20': 'truncated' });
    const pages = Array.from({ length: 5_000 }, (_, index) =>
      page(`/${index}/${long}?q="&<`, 400 + index, {
        rageClicks: 200,
        deadClicks: index === 4_000 ? 3_000 : 200,
        errorClicks: index % 2 === 0 ? 300 : 10,
        scriptErrors: 300 - (index % 200),
        quickbackClicks: index % 3 === 0 ? 350 : 10,
        excessiveScrolls: index % 5 === 0 ? 350 : 10,
      }),
    );
    const many = Array.from({ length: 50 }, (_, index) => `https://${index}.example/${long}`);
    const { html, subject } = await renderReport(
      aReport({
        states: {
          ...reportInput().states,
          total: days,
          page: cut,
          device: cut,
          source_medium: days,
          referrer: days,
        },
        pages,
        referrers: many.map((referrer) => ({ referrer, sums: someSums(100) })),
        sources: many.map((source) => ({
          source,
          medium: long,
          sums: someSums(100, { quickbackClicks: 30 }),
        })),
      }),
    );
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(98_000);
    expect(subject.length).toBeLessThan(250);
  });

  it('has no header of a visitor’s, and none of their markup', async () => {
    const evil = 'https://x.example/"><script>alert(1)</script>';
    const escapes =
      'https://shop.example.com/\u001B[31mred\u001B[0m\r\nBcc: a@b.example/\u202Egpj.exe\u200B';
    const sums = someSums(900, { rageClicks: 400, deadClicks: 300 });
    const { subject, html, text } = await renderReport(
      aReport({
        project: { id: 'wxb0r23ozh', name: 'Shop <b>&\r\nBcc: x@y.example', timeZone: 'UTC' },
        pages: [{ page: escapes, sums }, { page: evil, sums }, page('/', 9_000, {})],
        referrers: [{ referrer: evil, sums }],
        sources: [{ source: evil, medium: '\u001B]8;;x', sums }],
        devices: [{ device: '<img src=x onerror=alert(1)>', sums }],
      }),
    );
    expect(html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>|Shop <b>/);
    expect(html).toContain('&lt;script&gt;');
    expect(subject).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).not.toMatch(/^Bcc/m);
  });

  it('says which days of pages are cut off', async () => {
    const cut = someStates({ '2026-11-20': 'truncated' });
    const { text } = await renderReport(
      aReport({ states: { ...reportInput().states, page: cut } }),
    );
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'Needs attention: Pages for Fri 20 Nov are cut off',
    );
  });
});
