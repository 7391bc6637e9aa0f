import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderDigest } from '../src/mail/digest/render-digest.ts';
import type { RenderedMail } from '../src/mail/render-report.ts';
import { renderReport } from '../src/mail/render-report.ts';
import { withPictures } from '../src/mail/with-pictures.ts';
import { sampleReport } from '../src/sample/sample-report.ts';
import { installedChromium, launchChromium, openMail } from './support/a-browser.ts';
import { aDigestOfMany } from './support/a-digest.ts';
import { anOverlongReport, hostileTexts } from './support/an-overlong-report.ts';
import { lookAt } from './support/look-at.ts';
import { aFirstWeek, anEmptyWeek, aQuietWeek } from './support/some-weeks.ts';

const executable = installedChromium();
let browser: Browser;

beforeAll(async () => {
  if (executable !== null) browser = await launchChromium(executable);
});

afterAll(async () => {
  if (executable !== null) await browser.close();
});

beforeEach(({ skip }) => {
  skip(executable === null, 'There is no chromium on this machine: apt-get install chromium.');
});

const phone = 360;
const desktop = 700;
const looks = [
  { width: phone, scheme: 'light', pictures: 'on' },
  { width: phone, scheme: 'light', pictures: 'off' },
  { width: phone, scheme: 'dark', pictures: 'on' },
  { width: phone, scheme: 'dark', pictures: 'off' },
  { width: desktop, scheme: 'light', pictures: 'on' },
  { width: desktop, scheme: 'light', pictures: 'off' },
  { width: desktop, scheme: 'dark', pictures: 'on' },
  { width: desktop, scheme: 'dark', pictures: 'off' },
] as const;

const weeks = [
  ['a rich week', () => renderReport(sampleReport(), { isSample: true })],
  ['a quiet week', () => renderReport(aQuietWeek())],
  ['a first week', () => renderReport(aFirstWeek())],
  ['a week of which nothing was collected', () => renderReport(anEmptyWeek())],
  ['a digest', () => renderDigest(aDigestOfMany())],
] as const;

const hostileWeeks = [
  ['hostile markup', () => renderReport(anOverlongReport(hostileTexts.script))],
  ['endless words', () => renderReport(anOverlongReport(hostileTexts.letters))],
  ['text from right to left', () => renderReport(anOverlongReport(hostileTexts['right to left']))],
  ['a hostile digest', () => renderDigest(aDigestOfMany(hostileTexts.letters))],
] as const;

const withPicturesOn = looks.filter(({ pictures }) => pictures === 'on');

describe.each([
  ...weeks.map((week) => [...week, looks] as const),
  ...hostileWeeks.map((week) => [...week, withPicturesOn] as const),
])('the mail of %s', (_name, render, its) => {
  let mail: RenderedMail;

  beforeAll(async () => {
    mail = await render();
  });

  it.each(its)(
    'is whole and legible at $width px, $scheme, pictures $pictures',
    async ({ width, scheme, pictures }) => {
      const html = pictures === 'on' ? withPictures(mail) : mail.html;
      const page = await openMail(browser, { html, width, scheme });
      const seen = await lookAt(page);
      await page.close();
      expect(seen.overflow).toBeLessThanOrEqual(0);
      expect(seen.faint).toEqual([]);
      expect(seen.headings.filter((level) => level === 1)).toHaveLength(1);
      const skipped = seen.headings.filter((level, at) => level > (seen.headings[at - 1] ?? 0) + 1);
      expect(skipped).toEqual([]);
      const alt: unknown = expect.stringMatching(/^Chart of .*\d/);
      expect(seen.pictures).toEqual(mail.images.map(() => ({ alt, isShown: pictures === 'on' })));
    },
  );

  it('has nothing serious that axe objects to', async () => {
    const page = await openMail(browser, {
      html: withPictures(mail),
      width: phone,
      scheme: 'light',
    });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    await page.close();
    const serious = violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    );
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

describe('what the browser test sees', () => {
  it('is told of faint text, of what is too wide and of a picture that is not there', async () => {
    const html = `<html lang="en"><body style="margin:0;background:#fff"><h1>Words</h1>
      <div style="width:500px;color:#999">grey</div><img src="cid:none" alt="nothing"></body></html>`;
    const page = await openMail(browser, { html, width: phone, scheme: 'light' });
    expect(await lookAt(page)).toEqual({
      overflow: 140,
      faint: ['2.85: grey'],
      headings: [1],
      pictures: [{ alt: 'nothing', isShown: false }],
    });
    await page.close();
  });
});
