import { describe, expect, it } from 'vitest';
import type { QuestionContext } from '../../src/index.ts';
import { askQuestion, devicesScrollDepth, pagesFrustration, QueryError } from '../../src/index.ts';
import { aContext, aFact } from '../support/kept.ts';

describe('the window of a question', () => {
  it('takes the last days that ended in the time zone of the project', async () => {
    const context = {
      ...aContext({ time_zone: 'Pacific/Auckland' }),
      now: new Date('2026-11-22T12:00:00Z'),
    };
    expect(await windowOf(context, { days: 2 })).toEqual({
      from: '2026-11-21',
      to: '2026-11-22',
      days: 2,
      timeZone: 'Pacific/Auckland',
    });
  });

  it('shows a first collection at once when no days are asked for', async () => {
    const context = aContext({});
    aFact(context, { breakdown: 'device', device: 'PC', day: '2026-11-23' });
    expect((await windowOf(context, {})).to).toBe('2026-11-23');
  });

  it.each([
    [
      { from: '2026-11-22', to: '2026-11-20' },
      'from (2026-11-22) must not be after to (2026-11-20)',
    ],
    [
      { from: '2026-11-22', to: '2026-11-22', days: 1 },
      'Give two of from, to and days, not all three',
    ],
    [
      { from: '2010-01-01', to: '2026-11-22' },
      'A question can span at most 3660 days; 2010-01-01 to 2026-11-22 is 6170.',
    ],
    [
      { from: '0001-01-01', to: '2026-11-22' },
      'from must be between 2000-01-01 and 2100-12-31, not "0001-01-01".',
    ],
    [{ to: '9999-12-31' }, 'to must be between 2000-01-01 and 2100-12-31, not "9999-12-31".'],
    [{ to: '2000-01-03' }, 'A day must be between 2000-01-01 and 2100-12-31, not 1999-12-28.'],
    [{ from: '2026-02-30' }, 'from must be a day such as 2026-11-16, not "2026-02-30".'],
    [{ days: 0 }, 'days must be at least 1, not 0.'],
    [{ days: Number.NaN }, 'days must be a whole number.'],
    [{ dayz: 1 }, 'The input must not have "dayz".'],
    [{ days: 1.5, to: 7 }, 'to must be a day such as 2026-11-16, not 7. days must be'],
    ['days', 'The input must be an object.'],
  ])('refuses %j', async (input, message) => {
    const error = await thrown(() => askQuestion(devicesScrollDepth, aContext({}), input));
    expect(error.code).toBe('bad-request');
    expect(error.message).toContain(message);
  });

  it('refuses days that leave the calendar', async () => {
    const error = await thrown(() => windowOf(aContext({}), { from: '2100-12-30', days: 3660 }));
    expect(error.code).toBe('bad-request');
  });

  it('calls fields what they are called where they were given', async () => {
    const context = { ...aContext({}), nameOf: (field: string) => `--${field}` };
    const said = async (input: unknown) =>
      (await thrown(() => askQuestion(devicesScrollDepth, context, input))).message;
    expect(await said({ from: '2026-11-22', to: '2026-11-20' })).toBe(
      '--from (2026-11-22) must not be after --to (2026-11-20).',
    );
    expect(await said({ from: '2026-11-22', to: '2026-11-22', days: 1 })).toContain(
      'Give two of --from, --to and --days',
    );
    expect(await said({ days: 0 })).toBe('--days must be at least 1, not 0.');
  });

  it('names the values it knows', async () => {
    const error = await thrown(() =>
      askQuestion(pagesFrustration, aContext({}), { rank: 'x', limit: 1001 }),
    );
    expect(error.message).toBe(
      'rank must be impact, rate or signals, not "x". limit must be at most 1000, not 1001.',
    );
  });
});

describe('the project of a question', () => {
  it('is the named one, else the default, else the only one', async () => {
    const context = aContext({ id: 'shop' }, { id: 'blog' });
    expect(await projectOf(context, { project: 'blog' })).toBe('blog');
    expect(await projectOf({ ...context, defaultProject: 'shop' })).toBe('shop');
    expect(await projectOf({ ...context, defaultProject: 'shop' }, { project: 'blog' })).toBe(
      'blog',
    );
    expect(await projectOf(aContext({ id: 'only' }))).toBe('only');
  });

  it('must be said when there are several, and be one of them', async () => {
    const context = aContext({ id: 'shop' }, { id: 'blog' });
    const unsaid = await thrown(() => projectOf(context));
    expect([unsaid.code, unsaid.message]).toEqual([
      'bad-request',
      'project: There are several projects; choose one. Known projects: blog (Shop), shop (Shop).',
    ]);
    const unknown = await thrown(() => projectOf(context, { project: 'shpo' }));
    expect([unknown.code, unknown.message]).toEqual([
      'unknown-project',
      'Unknown project "shpo". Known projects: blog (Shop), shop (Shop).',
    ]);
  });

  it('cannot be had from an empty database', async () => {
    const error = await thrown(() => projectOf(aContext()));
    expect([error.code, error.message]).toEqual([
      'no-project',
      'Nothing has been collected yet. Run clarity-keep collect or clarity-keep import first.',
    ]);
  });
});

async function windowOf(context: QuestionContext, input: object) {
  return (await askQuestion(devicesScrollDepth, context, input)).window;
}

async function projectOf(context: QuestionContext, input: object = {}) {
  return (await askQuestion(devicesScrollDepth, context, input)).project;
}

async function thrown(ask: () => Promise<unknown>): Promise<QueryError> {
  try {
    await ask();
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error('Expected a QueryError.');
}
