import { DIGEST_SCOPE } from '@clarity-keep/db';
import { defaultSchedule } from '@clarity-keep/environment';
import { describe, expect, it } from 'vitest';
import { checkMailSettings, recipientsIfSet, recipientsOf } from '../../src/index.ts';
import { someSettings } from '../support/some-settings.ts';

const REPORT_TO = 'Anna <anna@shop.example>, ben@shop.example';
const anna = { name: 'Anna', address: 'anna@shop.example' };
const ben = { name: '', address: 'ben@shop.example' };
const cora = { name: '', address: 'cora@shop.example' };

const projects = [{ id: 'shop', recipients: [cora.address] }, { id: 'blog' }];

describe('who gets the reports', () => {
  const settings = someSettings({ variables: { REPORT_TO }, projects });

  it('of a project are its own recipients, or else everyone in REPORT_TO', () => {
    expect(recipientsOf(settings, 'shop')).toEqual([cora]);
    expect(recipientsOf(settings, 'blog')).toEqual([anna, ben]);
    expect(recipientsOf(settings, 'not described')).toEqual([anna, ben]);
  });

  it('of the digest are its own recipients, and never those of a project', () => {
    expect(recipientsOf(settings, DIGEST_SCOPE)).toEqual([anna, ben]);
    const own = someSettings({ projects, digestRecipients: [ben.address] });
    expect(recipientsOf(own, DIGEST_SCOPE)).toEqual([ben]);
  });

  it('is nobody where nobody is set, which only sending has to complain of', () => {
    const without = someSettings({ projects });
    expect(recipientsIfSet(without, 'blog')).toEqual([]);
    expect(recipientsIfSet(without, 'shop')).toEqual([cora]);
    expect(() => recipientsOf(without, 'blog')).toThrow(/^REPORT_TO is not set/);
  });

  it('is not guessed from a list with a mistake, whose addresses stay unsaid', () => {
    const wrong = someSettings({ variables: { REPORT_TO: 'anna@shop.example, ben' } });
    for (const read of [recipientsOf, recipientsIfSet]) {
      expect(() => read(wrong, 'blog')).toThrow(
        expect.objectContaining({
          exitKind: 'configuration',
          message: expect.not.stringContaining('shop.example') as unknown,
        }),
      );
    }
  });
});

/** The variable that the check misses first; null when nothing is wrong. */
function missingIn(settings: Parameters<typeof checkMailSettings>[0]): string | null {
  try {
    checkMailSettings(settings);
    return null;
  } catch (error) {
    return /^(\w+) is not set/.exec(String(Reflect.get(Object(error), 'message')))?.[1] ?? 'else';
  }
}

describe('the check before the first mail', () => {
  const variables = { SMTP_URL: 'smtp://mail.example', REPORT_FROM: 'reports@shop.example' };
  const schedule = (report: 'projects' | 'digest' | 'both') => ({ ...defaultSchedule, report });

  it.each([
    ['projects', ['anna@shop.example'], undefined, null],
    ['projects', undefined, ['anna@shop.example'], 'REPORT_TO'],
    ['digest', undefined, ['anna@shop.example'], null],
    ['digest', ['anna@shop.example'], undefined, 'REPORT_TO'],
    ['both', ['anna@shop.example'], undefined, 'REPORT_TO'],
    ['both', ['anna@shop.example'], ['ben@shop.example'], null],
  ] as const)(
    'of %s with recipients %j and of the digest %j misses %s',
    (report, recipients, digestRecipients, missing) => {
      const settings = someSettings({
        variables,
        projects: [{ id: 'shop', ...(recipients && { recipients }) }],
        schedule: schedule(report),
        digestRecipients,
      });
      expect(missingIn(settings)).toBe(missing);
    },
  );

  it.each([
    [{ SMTP_URL: undefined }, 'SMTP_URL is not set'],
    [{ REPORT_FROM: ' ' }, 'REPORT_FROM is not set'],
    [{ AI_MODEL: 'gpt' }, 'AI_BASE_URL is not set'],
    [{ AI_BASE_URL: 'https://ai.example/v1', AI_MODEL: 'gpt' }, 'AI_API_KEY is not set'],
  ])('names the setting that is missing: %j', (changed, message) => {
    const settings = someSettings({ variables: { ...variables, REPORT_TO, ...changed } });
    expect(() => checkMailSettings(settings)).toThrow(message);
  });

  it('names every problem at once, each on a line', () => {
    const settings = someSettings({
      variables: { SMTP_URL: 'hunter2', REPORT_TO: 'anna' },
      projects: [{ id: 'shop' }],
      schedule: schedule('both'),
    });
    expect(() => checkMailSettings(settings)).toThrow(
      /^SMTP_URL must start with .*\nREPORT_FROM is not set: .*\nREPORT_TO is not an email address\..*$/,
    );
  });
});
