import { expect, it } from 'vitest';
import { wordMeant } from '../src/program/word-meant.ts';

const commands = ['init', 'collect', 'plan', 'status', 'query', 'export', 'urls'];

it.each([
  ['qurey', 'query'],
  ['stats', 'status'],
  ['collcet', 'collect'],
  ['exprot', 'export'],
  ['url', 'urls'],
  ['statusses', 'status'],
])('%s was to be %s', (typed, meant) => {
  expect(wordMeant(typed, commands)).toBe(meant);
});

it.each(['', 'foo', 'help', 'dashboard', 'x'])('%j could be anything', (typed) => {
  expect(wordMeant(typed, commands)).toBe(null);
});

it('knows nothing where there is nothing', () => {
  expect(wordMeant('query', [])).toBe(null);
});
