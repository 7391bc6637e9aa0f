import { describe, expect, it } from 'vitest';
import { bounded, labelText, linkText } from '../../src/mail/view/bounded-text.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '@clarity-keep/mail';
import { hostileTexts } from '../support/an-overlong-report.ts';

/** As a template writes it. */
function inHtml(text: string): number {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  return Buffer.byteLength(escaped);
}

describe('bounded', () => {
  it.each(Object.entries(hostileTexts))('keeps %s within the bytes it is given', (_name, text) => {
    for (const bytes of [60, 90, 200, 900]) {
      expect(inHtml(bounded(text, bytes))).toBeLessThanOrEqual(bytes);
    }
  });

  it('leaves alone what fits', () => {
    expect(bounded('Tür & Tor', 60)).toBe('Tür & Tor');
  });

  it('cuts the middle, since both ends tell pages apart', () => {
    expect(bounded(`/start/${'a'.repeat(100)}/end`, 40)).toMatch(/^\/start\/a+…a+\/end$/);
  });

  it('makes control characters and overrides visible', () => {
    expect(bounded('a\u001B[31m\r\nb\u202Ec', 60)).toBe('a\u{FFFD}[31m\u{FFFD}\u{FFFD}b\u{FFFD}c');
  });

  it("leaves no place for the recipient's own link", () => {
    expect(bounded(`/?next=${UNSUBSCRIBE_PLACEHOLDER}x`, 200)).toBe('/?next=…x');
  });
});

describe('labelText', () => {
  it.each(['', '  '])('says that a name is not known: %j', (name) => {
    expect(labelText(name)).toBe('(none)');
  });
});

describe('linkText', () => {
  it.each([
    'javascript:alert(1)',
    'http://clarity.microsoft.com/',
    'https://clarity.microsoft.com/a b',
    'https://clarity.microsoft.com/\u202E',
    `https://clarity.microsoft.com/${'a'.repeat(600)}`,
    null,
  ])('drops %s', (link) => {
    expect(linkText(link)).toBeNull();
  });

  it('keeps a link of ours', () => {
    const link = 'https://clarity.microsoft.com/projects/view/w7samp1e0x/impressions?a=1&b=%20';
    expect(linkText(link)).toBe(link);
  });
});
