import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { referrerName } from '../src/visitors/referrer-name.ts';
import { ReferrersTable } from '../src/visitors/referrers-table.tsx';
import { SourcesTable } from '../src/visitors/sources-table.tsx';
import { shownRows, shownText } from './support/shown-text.ts';

describe('referrerName', () => {
  it.each([
    ['https://www.google.com/', 'www.google.com'],
    ['http://news.example/a/b/', 'news.example/a/b'],
    ['android-app://com.example', 'android-app://com.example'],
    ['', '(none)'],
    ['https://\u202Eevil.example', '\uFFFDevil.example'],
  ])('of %j is %j', (referrer, name) => {
    expect(referrerName(referrer)).toBe(name);
  });

  it('is at most 90 characters, with both ends', () => {
    const name = referrerName(`https://shop.example/${'a'.repeat(200)}/end`);
    expect(Array.from(name)).toHaveLength(90);
    expect(name).toMatch(/^shop\.example\/a+…a+\/end$/);
  });
});

describe('referrers', () => {
  it('have bounces where they are known, zero included', () => {
    const rows = [
      { referrer: 'https://a.example', sessions: 1_200, bounced: 0, bounceRate: 0 },
      { referrer: 'https://b.example', sessions: 40, bounced: null, bounceRate: null },
    ];
    expect(shownRows(createElement(ReferrersTable, { rows }))).toEqual([
      ['a.example', '1,200', '0', '0.0%'],
      ['b.example', '40', '–', '–'],
    ]);
  });

  it('have no column of bounces that nobody knows', () => {
    const rows = [{ referrer: 'https://a.example', sessions: 3, bounced: null, bounceRate: null }];
    const text = shownText(createElement(ReferrersTable, { rows }));
    expect(text).not.toContain('Bounce rate');
    expect(text.at(-1)).toBe('Bounces are only known for session records.');
  });
});

describe('sources', () => {
  it('have a name where the visit carries none', () => {
    const rows = [
      { source: '', medium: '', sessions: 40, quickbackRate: null },
      { source: 'google', medium: 'cpc', sessions: 60, quickbackRate: 0.3335 },
    ];
    expect(shownRows(createElement(SourcesTable, { rows }))).toEqual([
      ['(none)', '(none)', '40', '–'],
      ['google', 'cpc', '60', '33.4%'],
    ]);
  });
});
