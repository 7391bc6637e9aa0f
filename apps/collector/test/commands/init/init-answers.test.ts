import { describe, expect, it } from 'vitest';
import { databaseUrlOf } from '../../../src/commands/init/answers/database-url.ts';
import { projectIdIn } from '../../../src/commands/init/answers/project-id.ts';
import { settingProblem } from '../../../src/commands/init/answers/setting-problem.ts';
import { findTimeZones, machineTimeZone } from '../../../src/commands/init/answers/time-zones.ts';
import { weighToken } from '../../../src/commands/init/answers/weigh-token.ts';
import { aClarityToken } from '../../support/a-token.ts';

const now = new Date('2026-11-20T05:00:00Z');
const inDays = (days: number) => now.getTime() / 1000 + days * 86_400;

describe('a project id', () => {
  it.each([
    'wxb0r23ozh',
    ' wxb0r23ozh\t',
    'https://clarity.microsoft.com/projects/view/wxb0r23ozh/dashboard?date=Last%203%20days',
    'clarity.microsoft.com/projects/view/wxb0r23ozh',
    'https://clarity.microsoft.com/projects/view/wxb0r23ozh#top',
  ])('is found in %j', (text) => {
    expect(projectIdIn(text)).toBe('wxb0r23ozh');
  });

  it.each([
    ['https://clarity.microsoft.com/projects', /^CLARITY_PROJECT_ID must be the ID /],
    ['my shop', /^CLARITY_PROJECT_ID must be the ID /],
    ['', /^An answer is needed\.$/],
    ['a'.repeat(65), /^CLARITY_PROJECT_ID must be the ID /],
  ])('is not in %j', (text, problem) => {
    expect(settingProblem('CLARITY_PROJECT_ID', projectIdIn(text))).toMatch(problem);
  });
});

describe('a token', () => {
  it('of Clarity has nothing against it', () => {
    expect(weighToken(aClarityToken(), now)).toEqual({
      problem: null,
      doubt: null,
      warning: null,
      expiresAt: new Date('2027-01-15T00:00:00Z'),
    });
  });

  it('that never expires has neither', () => {
    expect(weighToken(aClarityToken({ exp: undefined }), now)).toMatchObject({
      problem: null,
      warning: null,
    });
  });

  it('that has expired cannot be used', () => {
    const { problem } = weighToken(aClarityToken({ exp: inDays(0) }), now);
    expect(problem).toBe(
      'This token expired on 2026-11-20. A project admin makes a new one in Clarity under Settings > Data Export > Generate new API token.',
    );
  });

  it.each([
    [14, expect.stringContaining('expires on 2026-12-04, in 14 days')],
    [14.1, null],
  ])('that expires in %d days: %s', (days, warning) => {
    expect(weighToken(aClarityToken({ exp: inDays(days) }), now)).toMatchObject({
      problem: null,
      warning,
    });
  });

  it.each([
    [aClarityToken({ aud: 'somebody.else' }), 'is for somebody.else, not'],
    [aClarityToken({ scope: 'Data.Import' }), 'does not say'],
    [aClarityToken({ scope: undefined }), 'does not say'],
    ['a-key-of-a-proxy', 'is not a JSON Web Token'],
  ])('may be none of Clarity’s: %s', (token, doubt) => {
    expect(weighToken(token, now)).toMatchObject({
      problem: null,
      doubt: expect.stringContaining(doubt) as string,
    });
  });

  it('may have more scopes than this one', () => {
    expect(weighToken(aClarityToken({ scope: 'openid Data.Export' }), now).doubt).toBeNull();
  });
});

describe('time zones', () => {
  it('begin with that of this machine, and then UTC', () => {
    expect(findTimeZones('', 'Europe/Berlin').slice(0, 2)).toEqual(['Europe/Berlin', 'UTC']);
    expect(findTimeZones('', 'UTC').filter((zone) => zone === 'UTC')).toHaveLength(1);
  });

  it.each([
    ['new york', 'America/New_York'],
    ['BERLIN', 'Europe/Berlin'],
    ['utc', 'UTC'],
  ])('are found by %j', (term, zone) => {
    expect(findTimeZones(term, 'Asia/Tokyo')).toContain(zone);
  });

  it('that are known by another name are found by their full one', () => {
    expect(findTimeZones('Asia/Kolkata', 'UTC')).toEqual(['Asia/Kolkata']);
    expect(findTimeZones('Europe/Kyiv', 'UTC')).toEqual(['Europe/Kyiv']);
  });

  it('that do not exist are not found', () => {
    expect(findTimeZones('Mars/Olympus', 'UTC')).toEqual([]);
  });

  it('of this machine are ones that collect takes', () => {
    expect(settingProblem('CLARITY_TIME_ZONE', machineTimeZone())).toBeNull();
  });
});

describe('a place for the database', () => {
  it.each([
    ['file:./clarity.db', 'file:./clarity.db'],
    [' ./kept/clarity.db ', 'file:./kept/clarity.db'],
    ['/srv/clarity.db', 'file:/srv/clarity.db'],
    ['C:\\data\\clarity.db', 'file:C:\\data\\clarity.db'],
  ])('%j is %j', (text, url) => {
    expect(databaseUrlOf(text)).toBe(url);
    expect(settingProblem('DATABASE_URL', url)).toBeNull();
  });

  it.each(['', 'postgres://db/clarity', 'file:', '~/clarity.db', 'a\nb'])('is not %j', (text) => {
    expect(settingProblem('DATABASE_URL', databaseUrlOf(text))).not.toBeNull();
  });
});

describe('mail settings', () => {
  it.each([
    ['REPORT_TO', 'Anna <anna@shop.example>, ben@shop.example', ''],
    [
      'REPORT_TO',
      'anna@shop.example, ben',
      'REPORT_TO: the 2nd of 2 addresses is not an email address',
    ],
    ['REPORT_FROM', 'a@shop.example, b@shop.example', 'REPORT_FROM must be one address'],
    ['SMTP_URL', 'smtps://me:p%23@mail.shop.example', ''],
    ['SMTP_URL', 'https://me:secret@mail.shop.example', 'SMTP_URL must start with smtp://'],
    ['SMTP_URL', '', 'An answer is needed'],
  ] as const)('%s %j: %s', (variable, text, problem) => {
    const found = settingProblem(variable, text) ?? '';
    expect(found.slice(0, problem.length)).toBe(problem);
    expect(found).not.toContain('secret');
  });
});
