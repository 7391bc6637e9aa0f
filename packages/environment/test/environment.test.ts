import { expect, it } from 'vitest';
import * as z from 'zod';
import { parseVariables, readVariables, sharedSettings } from '../src/index.ts';
import { aFolderWith } from './support/a-folder.ts';

it('reads .env, and lets a real variable win', () => {
  const folder = aFolderWith({
    '.env': '\uFEFF# a comment\r\nTOKEN="from file"\nPORT=1\n',
  });
  expect(readVariables(folder, { TOKEN: 'real' })).toEqual({ TOKEN: 'real', PORT: '1' });
});

it('does without .env', () => {
  expect(readVariables(aFolderWith(), { TOKEN: 'real' })).toEqual({ TOKEN: 'real' });
});

const schema = z.object({
  ...sharedSettings,
  PORT: z.coerce.number({ error: 'Expected a port.' }),
});

it('takes an empty variable for one that is not set', () => {
  expect(parseVariables(schema, { DATABASE_URL: ' ', CLARITY_PROJECT_ID: '', PORT: '1' })).toEqual({
    DATABASE_URL: 'file:./clarity.db',
    PORT: 1,
  });
});

it('lists every problem at once, without the values', () => {
  expect(() =>
    parseVariables(schema, { DATABASE_URL: 'postgres://u:secret@h', CLARITY_PROJECT_ID: 'a b' }),
  ).toThrow(
    expect.objectContaining({
      name: 'ConfigurationError',
      message: expect.stringMatching(
        /^The settings .*\n {2}DATABASE_URL: .*\n {2}CLARITY_PROJECT_ID: .*\n {2}PORT: Expected a port\.$/,
      ) as unknown,
    }),
  );
});
