import { breakdowns } from '@clarity-keep/core';
import { describe, expect, it } from 'vitest';
import { namedDimensions, requestDimensions, requestedBreakdown } from '../src/index.ts';

const requested = breakdowns.filter((breakdown) => breakdown !== 'referrer');

describe('the names of dimensions in a request', () => {
  it.each(requested)('lead back to the breakdown they ask for: %s', (breakdown) => {
    const names = requestDimensions(breakdown);
    expect(names.length).toBeLessThanOrEqual(3);
    expect(requestedBreakdown(names)).toBe(breakdown);
    expect(requestedBreakdown(names.toReversed())).toBe(breakdown);
  });

  it('are those that Clarity takes, not those it documents', () => {
    expect(requestDimensions('page_device')).toEqual(['URL', 'Device']);
    expect(requestDimensions('country')).toEqual(['Country']);
    expect(requestDimensions('total')).toEqual([]);
  });

  it('cannot ask for referrers, which come without dimensions', () => {
    expect(requestDimensions('referrer')).toEqual([]);
  });

  it.each([
    [['url', 'DEVICE'], 'page_device'],
    [['Country/Region'], 'country'],
    [['Page', 'Device'], 'device'],
    [['Browser', 'OS'], null],
    [['Url', 'Device', 'Source'], null],
  ])('are understood in any case, and %j is %j', (names, breakdown) => {
    expect(requestedBreakdown(names)).toBe(breakdown);
  });
});

describe('the name that people save a response by', () => {
  it.each([
    ['URL', ['URL']],
    ['url + device', ['URL', 'Device']],
    ['Source,Medium', ['Source', 'Medium']],
    ['url_x_device', ['URL', 'Device']],
    ['URL x Device', ['URL', 'Device']],
    ['Country/Region', ['Country']],
    ['os', ['OS']],
    ['', null],
    ['total', null],
    ['Page', null],
    ['URL,', null],
    ['__proto__', null],
  ])('says which dimensions were sent: %j', (text, names) => {
    expect(namedDimensions(text)).toEqual(names);
  });
});
