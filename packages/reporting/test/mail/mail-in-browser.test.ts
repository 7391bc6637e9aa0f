// @module-tag slow
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderDigest } from '../../src/mail/digest/render-digest.ts';
import type { RenderedMail } from '@clarity-keep/mail';
import { renderReport } from '../../src/mail/render-report.ts';
import { withPictures } from '../../src/mail/with-pictures.ts';
import { installedChromium, launchChromium, openMail } from '../support/a-browser.ts';
import { aDigestOfMany } from '../support/a-digest.ts';
import { anOverlongReport, hostileTexts } from '../support/an-overlong-report.ts';
import { lookAt } from '../support/look-at.ts';
import { aFirstWeek, anEmptyWeek, aQuietWeek, aSampleReport } from '../support/some-weeks.ts';
import axe from 'axe-core';

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

const withPicturesOn = looks.filter(({ pictures }) => pictures === 'on');
const rich = () => renderReport(aSampleReport(), { isSample: true });
const hostile = () => renderReport(anOverlongReport(hostileTexts.script));

describe.each([
  ['a rich week', rich, looks],
  ['a quiet week', () => renderReport(aQuietWeek()), withPicturesOn],
  ['a first week', () => renderReport(aFirstWeek()), withPicturesOn],
  ['a week of which nothing was collected', () => renderReport(anEmptyWeek()), withPicturesOn],
  ['hostile markup', hostile, withPicturesOn],
  ['endless words', () => renderReport(anOverlongReport(hostileTexts.letters)), withPicturesOn],
  [
    'text from right to left',
    () => renderReport(anOverlongReport(hostileTexts['right to left'])),
    withPicturesOn,
  ],
  ['a digest', () => renderDigest(aDigestOfMany()), looks],
  ['a hostile digest', () => renderDigest(aDigestOfMany(hostileTexts.letters)), withPicturesOn],
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
});

describe('axe', () => {
  it.each([
    ['a rich week', rich],
    ['hostile markup', hostile],
  ])('objects to nothing serious in the mail of %s', async (_name, render) => {
    const html = withPictures(await render());
    const page = await openMail(browser, { html, width: phone, scheme: 'light' });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    await page.close();
    const serious = violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    );
    expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
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
