// @module-tag slow
import type { WeeklyReport } from '@clarity-keep/core';
import { pageLinks } from '@clarity-keep/core';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/mail/render-report.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '@clarity-keep/mail';
import { anOverlongReport, hostileTexts } from '../support/an-overlong-report.ts';
import { aFirstWeek, anEmptyWeek, aQuietWeek, aSampleReport } from '../support/some-weeks.ts';

/** Well-formed HTML. The rest of a mail's HTML is what old mail programs need, not what is modern. */
const validator = new HtmlValidate({
  root: true,
  elements: ['html5'],
  rules: {
    'close-attr': 'error',
    'close-order': 'error',
    'element-required-content': 'error',
    'element-permitted-content': 'error',
    'heading-level': 'error',
    'no-dup-attr': 'error',
    'no-dup-id': 'error',
    'no-raw-characters': ['error', { relaxed: true }],
    'attr-quotes': 'error',
    'wcag/h37': 'error',
    'wcag/h63': 'error',
    'element-name': 'error',
    'no-deprecated-attr': 'off',
  },
});

/** What a reader sees, without the line breaks that only the width asks for. */
function seenIn(part: string): string {
  return part
    .replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');
}

const titles = [
  'Do this first',
  'The week in numbers',
  'The last 8 weeks',
  'Pages that frustrate visitors most',
  'Got better',
  'Did your fixes work?',
  'Resolved',
  'Muted',
  'Scroll depth by device',
  'Sessions by referrer',
  'Quick backs by source',
  'Problems in a single browser',
];

describe('renderReport', () => {
  it('says the same in HTML and text', async () => {
    const { subject, html, text } = await renderReport(aSampleReport());
    expect(subject).toBe(
      '/checkout/payment: 13.5x more rage clicks on mobile since Wednesday – Fernweh Outdoor, 16–22 Nov',
    );
    for (const words of [
      '16–22 Nov 2026',
      '/checkout/payment and /size-guide got worse; /category/boots and /cart got better.',
      "Visitors keep tapping something on /checkout/payment that doesn't respond. Start with mobile.",
      'Something released on or just before Wed 18 Nov',
      '12,436',
      '▲ 5.3%',
      '4-week average 11,674, ▲ 6.5%',
      '▲ 0.8 points, worse',
      'only 3 of 7 days collected',
      '▲ 8.7 points, worse',
      '+5.9 to +11.9 points',
      'Mostly on mobile: rage clicks in 16.5% of mobile sessions (116 of 702), 1.7% elsewhere.',
      'Worse since Wednesday on mobile: ',
      'for 5 weeks in a row.',
      '+ new',
      '30 pages had too few visits to judge: fewer than 30 sessions each',
      'Moved the voucher field below the total" on /cart, 13 Nov: dead clicks fell from',
      'Until 31 Dec 2026',
      'chatgpt.com',
      'idealo / price-comparison',
      'ten busiest referrers',
      'Users are never added up',
      '99% sure',
    ]) {
      expect(seenIn(html)).toContain(words);
      expect(seenIn(text)).toContain(words);
    }
  });

  it('begins with what to do, and goes on in the same order in both parts', async () => {
    const { html, text } = await renderReport(aSampleReport());
    const inText = text.replaceAll(/\s+/g, ' ');
    for (const places of [
      titles.map((title) => seenIn(html).indexOf(title)),
      titles.map((title) => inText.indexOf(title.toUpperCase())),
    ]) {
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  it.each<[string, WeeklyReport]>([
    ['a rich week', aSampleReport()],
    ['a quiet week', aQuietWeek()],
    ['a first week', aFirstWeek()],
    ['a week of which nothing was collected', anEmptyWeek()],
    ['hostile markup', anOverlongReport(hostileTexts.script)],
  ])('is valid HTML for %s', async (_name, report) => {
    const { html } = await renderReport(report);
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(html).toContain('<html lang="en" dir="ltr"');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html.match(/<table(?![^>]*(?:role="presentation"|class="data"))/g)).toBeNull();
    // Gmail drops a sheet of more than 8,192 characters.
    const sheets = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([sheet]) => sheet);
    expect(Math.max(...sheets.map((sheet) => sheet.length))).toBeLessThan(8_192);
  });

  it('shows each chart that it carries, and none besides', async () => {
    const { html, images } = await renderReport(aSampleReport());
    const shown = [...html.matchAll(/src="cid:([^"]+)"/g)].map(([, cid]) => cid);
    expect(shown).toEqual(images.map(({ cid }) => cid));
  });

  it("has the place of the recipient's link once in each part", async () => {
    const hostile = aSampleReport({
      headline: { ...aSampleReport().headline, sentence: `Look: ${UNSUBSCRIBE_PLACEHOLDER}` },
    });
    const { html, text } = await renderReport(hostile);
    for (const part of [html, text]) expect(part.split(UNSUBSCRIBE_PLACEHOLDER)).toHaveLength(2);
  });

  it('says at the top what is missing, and all of it at the end', async () => {
    const { html, text } = await renderReport(
      aSampleReport({
        missing: [
          {
            kind: 'days',
            state: 'missing',
            breakdown: null,
            days: ['2026-11-18'],
            sentence: 'Nothing was collected for Wed 18 Nov.',
          },
          { kind: 'format', names: ['X'], sentence: 'Clarity sends something new: X.' },
          { kind: 'token', sentence: 'The token expires on Wed 2 Dec.' },
        ],
      }),
    );
    for (const part of [seenIn(html), seenIn(text)]) {
      expect(part).toContain(
        'Needs attention: The token expires on Wed 2 Dec. See the end of this mail for 2 more notes.',
      );
      expect(part.indexOf('Needs attention:')).toBeLessThan(part.search(/do this first/i));
      expect(part.indexOf('Clarity sends something new: X.')).toBeGreaterThan(
        part.search(/scroll depth by device/i),
      );
    }
    const complete = await renderReport(aSampleReport({ missing: [] }));
    expect(complete.text + complete.html).not.toMatch(/needs attention/i);
  });

  it('has a mail for a week of which nothing is known', async () => {
    const { subject, text, html, images } = await renderReport(anEmptyWeek());
    expect(subject).toBe(
      'Nothing was collected for 16–22 Nov, so there is nothing to report – Fernweh Outdoor, 16–22 Nov',
    );
    expect(seenIn(text)).toContain('Nothing was collected for the whole week.');
    expect(seenIn(html + text)).not.toMatch(/the week in numbers|\bnull\b|undefined|NaN/i);
    expect(images).toEqual([]);
  });

  it('compares nothing with a week before that is not known', async () => {
    const { html, text } = await renderReport(aFirstWeek());
    for (const part of [seenIn(html), seenIn(text)]) {
      expect(part).toContain('There is no data for the week before, so nothing is compared yet.');
      expect(part).toContain('not comparable');
      expect(part).not.toMatch(/[▲▼] \d|points, (?:worse|better)/);
    }
  });

  it('praises and blames nothing in a quiet week', async () => {
    const { html } = await renderReport(aQuietWeek());
    expect(html).not.toMatch(/class="[^"]*\b(?:chip-)?(?:worse|better)\b/);
    expect(seenIn(html)).toContain('No page got clearly worse or better.');
  });

  it('says that a sample is one, in the subject and at the top of both parts', async () => {
    const { subject, html, text } = await renderReport(aSampleReport(), { isSample: true });
    expect(subject).toMatch(/^\[Sample\] /);
    expect(text).toMatch(
      /^This is a sample: the shop and every number in this mail are fictional\./,
    );
    expect(seenIn(html)).toContain('every number in this mail are fictional');
    expect((await renderReport(aSampleReport())).html).not.toContain('fictional');
  });

  it.each(Object.entries(hostileTexts))(
    'makes %s harmless, and stays under what Gmail cuts off',
    async (_name, hostile) => {
      const { subject, html, text } = await renderReport(anOverlongReport(hostile));
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(98_000);
      expect(subject.length).toBeLessThan(500);
      const ours = html.replaceAll(/<img alt="[^"]*" src="cid:\w+@clarity-keep"[^>]*>/g, '');
      expect(ours).not.toMatch(/<script|<img|<mj-|<%|onerror=alert\(1\)>(?!&)/);
      for (const part of [subject, text, html]) {
        expect(part.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B]/u);
      }
      expect(text).not.toMatch(/^Bcc/m);
    },
  );

  it('shows all of an ordinary report, however much there is to say', async () => {
    const path = '/category/sleeping-bags-and-mats?colour=blue&size=xl&sort=price-desc&page=12';
    const links = pageLinks('w7samp1e0x', `https://www.fernweh.example${path}`, {
      from: '2026-11-16',
      to: '2026-11-22',
      timeZone: 'UTC',
    });
    const { html } = await renderReport(anOverlongReport(path, links));
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(98_000);
    for (const rank of [7, 10]) {
      expect(seenIn(html)).toContain(`${rank} ${path.replaceAll('&', '&amp;')}`);
    }
  });
});
