import { defaultSignalWeights, signalNames, signals } from '@clarity-keep/core';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../src/mail/render-report.ts';
import { aReport, page, reportInput, someStates, someSums } from './support/a-report.ts';

/** Well-formed HTML. The rest of a mail's HTML is what old mail programs need, not what is modern. */
const validator = new HtmlValidate({
  root: true,
  elements: ['html5'],
  rules: {
    'close-attr': 'error',
    'close-order': 'error',
    'element-required-content': 'error',
    'no-dup-attr': 'error',
    'no-raw-characters': ['error', { relaxed: true }],
    'attr-quotes': 'error',
    'wcag/h37': 'error',
    'element-name': 'error',
    'no-deprecated-attr': 'off',
  },
});

const unknownDays = new Map();
const nothing = {
  states: {
    total: unknownDays,
    page: unknownDays,
    page_device: unknownDays,
    browser: unknownDays,
    device: unknownDays,
    source_medium: unknownDays,
    referrer: unknownDays,
  },
  totals: new Map(),
  pages: [],
  devices: [],
  referrers: [],
  sources: [],
};

/** Without the line breaks that only the width asks for. */
function onOneLine(part: string): string {
  return part.replaceAll(/\s+/g, ' ');
}

describe('renderReport', () => {
  it('says the same in HTML and text', async () => {
    const { subject, html, text } = await renderReport(aReport());
    expect(subject).toBe(
      '/search?q= frustrates most: dead clicks in 11.0% of sessions; all pages 5.1% – Example Shop, week 47',
    );
    for (const words of [
      'Week 47, 16 – 22 November 2026',
      '10,234',
      '▲ 11.6%',
      '▲ 0.6 points',
      'Not provably above all pages: script errors 1.1%. No rage clicks, error clicks or excessive scrolling.',
      'impact 110.6',
      '1 page with fewer than 30 sessions each',
      'chatgpt.com',
      'newsletter / email',
      'Users are never added up',
    ]) {
      expect(onOneLine(html)).toContain(words);
      expect(onOneLine(text)).toContain(words);
    }
  });

  it.each([
    ['an ordinary week', {}],
    ['a week of which nothing is known', nothing],
    ['a week without pages', { pages: [] }],
  ])('is well-formed HTML for %s', async (_name, overrides) => {
    const { html } = await renderReport(aReport(overrides));
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('says what is missing before the numbers', async () => {
    const days = someStates({ '2026-11-18': 'missing', '2026-11-19': 'estimated' });
    const cut = someStates({ '2026-11-18': 'missing', '2026-11-20': 'truncated' });
    const { html, text } = await renderReport(
      aReport({ states: { ...reportInput().states, total: days, page: cut } }),
    );
    for (const part of [html, text]) {
      expect(part).toMatch(/what is missing/i);
      expect(onOneLine(part)).toContain('Pages of Fri 20 Nov are cut off');
      expect(part.search(/what is missing/i)).toBeLessThan(part.search(/the week in numbers/i));
    }
    const complete = await renderReport(aReport());
    expect(complete.text).not.toMatch(/what is missing/i);
  });

  it('has a mail for a week of which nothing is known', async () => {
    const { subject, text, html } = await renderReport(aReport(nothing));
    expect(subject).toBe(
      'Nothing was collected in week 47, so there is nothing to report – Example Shop, week 47',
    );
    expect(onOneLine(text)).toContain('Nothing was collected for the whole week.');
    expect(html + text).not.toMatch(/THE WEEK IN NUMBERS|null|undefined|NaN/i);
  });

  it('makes harmless what visitors and referrers put into names', async () => {
    const evil = 'https://x.example/"><script>alert(1)</script>';
    const escapes =
      'https://shop.example.com/\u001B[31mred\u001B[0m\r\nBcc: a@b.example/\u202Egpj.exe\u200B';
    const mjml = 'https://shop.example.com/</mj-text><mj-include path="/etc/passwd"/><%= 1 %>';
    const sums = someSums(900, { rageClicks: 400, deadClicks: 300 });
    const { subject, html, text } = await renderReport(
      aReport({
        project: { id: 'wxb0r23ozh', name: 'Shop <b>&\r\nBcc: x@y.example', timeZone: 'UTC' },
        pages: [
          { page: escapes, sums },
          { page: evil, sums: someSums(800, { rageClicks: 200 }) },
          { page: mjml, sums: someSums(700, { rageClicks: 200 }) },
          page('/', 9_000, {}),
        ],
        referrers: [{ referrer: evil, sums }],
        sources: [{ source: evil, medium: '\u001B]8;;x', sums }],
        devices: [{ device: '<img src=x onerror=alert(1)>', sums }],
      }),
    );
    expect(html).not.toMatch(/<script|<img|<mj-|onerror=alert\(1\)>|Shop <b>/);
    expect(html).toContain('&lt;script&gt;');
    expect(subject).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(html.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202E|\u200B/u);
    expect(text).not.toMatch(/^Bcc/m);
  });

  it('says which days a change is over when the two numbers are over others', async () => {
    const days = someStates({ '2026-11-18': 'missing' });
    const { html, text } = await renderReport(
      aReport({
        states: { ...reportInput().states, total: days },
        totals: new Map(
          [...days.keys()].map((day) => [day, someSums(day < '2026-11-16' ? 100 : 110)]),
        ),
      }),
    );
    expect(onOneLine(text)).toMatch(/Sessions 660 before 700 ▲ 10\.0% on the same 6 days/);
    expect(html).toContain('▲ 10.0% on the same 6 days');
  });

  it('shows a page without a name as unknown, in the headline too', async () => {
    const { subject, html, text } = await renderReport(
      aReport({
        pages: [
          { page: '', sums: someSums(900, { rageClicks: 400 }) },
          page('/', 9_000, { rageClicks: 20 }),
        ],
      }),
    );
    expect(subject).toMatch(/^\(unknown\) frustrates most: rage clicks in 44\.4% of sessions/);
    for (const part of [html, text]) {
      expect(onOneLine(part)).toContain('(unknown) frustrates most: rage clicks');
    }
    expect(text).toMatch(/^ 1\. \(unknown\)$/m);
    expect(html.replaceAll('(unknown) frustrates', '')).toContain('(unknown)');
  });

  it('names every signal with the weight that it has', async () => {
    const { text } = await renderReport(aReport());
    for (const signal of signals) {
      expect(onOneLine(text)).toMatch(
        new RegExp(`Weights: [^.]*${signalNames[signal]} ${defaultSignalWeights[signal]}[,.]`),
      );
    }
  });

  it('names what the answers do not tell, instead of showing an empty number', async () => {
    const { html, text } = await renderReport(
      aReport({
        totals: new Map(
          [...someStates().keys()].map((day) => [
            day,
            someSums(100, {}, { botSessions: null, activeSeconds: null }),
          ]),
        ),
      }),
    );
    for (const part of [html, text]) {
      expect(onOneLine(part)).toContain(
        'Active time and bot sessions: unknown, the collected answers do not tell.',
      );
    }
    expect(text).not.toMatch(/^Active time +unknown/m);
  });

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
        states: { ...reportInput().states, total: days, page: cut, device: cut },
        pages,
        referrers: many.map((referrer) => ({ referrer, sums: someSums(100) })),
        sources: many.map((source) => ({
          source,
          medium: long,
          sums: someSums(100, { quickbackClicks: 30 }),
        })),
      }),
    );
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(subject.length).toBeLessThan(250);
  });
});
