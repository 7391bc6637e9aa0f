import { expect, it } from 'vitest';
import { askQuestion, exportScope, pagesFrustration } from '../../src/index.ts';
import { aContext, aFact } from '../support/kept.ts';

it.each([
  [{}, { from: null, to: null }],
  [{ from: '2020-02-29' }, { from: '2020-02-29', to: null }],
  [{ to: '2026-11-20' }, { from: null, to: '2026-11-20' }],
])('is open where nothing is said: %j', async (input, days) => {
  const context = aContext({});
  expect(await askQuestion(exportScope, context, input)).toEqual({
    project: 'wxb0r23ozh',
    ...days,
  });
});

it.each([
  { days: 3 },
  { from: '2026-11-10', days: 3 },
  { to: '2026-11-10', days: 3 },
  { from: '2026-11-10', to: '2026-11-12' },
])('means the same days as a question does: %j', async (input) => {
  const context = aContext({ time_zone: 'Pacific/Auckland' });
  aFact(context, {});
  const { from, to } = (await askQuestion(pagesFrustration, context, input)).window;
  expect(await askQuestion(exportScope, context, input)).toEqual({
    project: 'wxb0r23ozh',
    from,
    to,
  });
});

it.each([
  [{ from: 'monday' }, /from must be a day such as/],
  [{ days: 0 }, /days must be at least 1/],
  [{ from: '2026-11-20', to: '2026-11-10' }, /must not be after to/],
  [{ from: '2026-11-10', to: '2026-11-20', days: 2 }, /not all three/],
  [{ project: 'nobody' }, /Unknown project "nobody"/],
])('refuses %j', async (input, problem) => {
  await expect(askQuestion(exportScope, aContext({}), input)).rejects.toThrow(problem);
});

it('takes the default project, and asks for one where there are several', async () => {
  const context = aContext({ id: 'shop0' }, { id: 'blog0' });
  expect(
    (await askQuestion(exportScope, { ...context, defaultProject: 'blog0' }, {})).project,
  ).toBe('blog0');
  await expect(askQuestion(exportScope, context, {})).rejects.toThrow('blog0 (Shop), shop0 (Shop)');
});
