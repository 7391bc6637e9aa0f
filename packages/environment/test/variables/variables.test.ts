import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from '@clarity-keep/testing';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { cannotRead } from '../../src/cannot-read.ts';
import { parseVariables, readVariables, sharedSettings } from '../../src/index.ts';

it('reads .env, and lets a real variable win', () => {
  const folder = aFolder({
    '.env': '\uFEFF# a comment\r\nTOKEN="from file"\nPORT=1\n',
  });
  expect(readVariables(folder, { TOKEN: 'real' })).toEqual({ TOKEN: 'real', PORT: '1' });
});

it('does without .env', () => {
  expect(readVariables(aFolder(), { TOKEN: 'real' })).toEqual({ TOKEN: 'real' });
});

it('says which file cannot be read, and what to do about it', () => {
  const folder = aFolder();
  mkdirSync(join(folder, '.env'));
  expect(() => readVariables(folder, {})).toThrow(
    expect.objectContaining({
      name: 'ConfigurationError',
      message: expect.stringContaining(
        `Cannot read ${join(folder, '.env')}: it is a folder.`,
      ) as unknown,
    }),
  );
  // Not by a file of this mode: whoever runs the tests as root may read it.
  const denied = Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' });
  expect(cannotRead('/srv/.env', denied).message).toMatch(
    /^Cannot read \/srv\/\.env: permission denied\. .*\(chown\)/,
  );
});

const schema = z.object({
  ...sharedSettings,
  PORT: z.coerce.number({ error: 'must be a port' }),
});

it('takes an empty variable for one that is not set', () => {
  expect(parseVariables(schema, { DATABASE_URL: ' ', CLARITY_PROJECT_ID: '', PORT: '1' })).toEqual({
    DATABASE_URL: 'file:./clarity.db',
    PORT: 1,
  });
});

it('repeats a value that cannot be a secret, unless it is too long to be what was meant', () => {
  const problemWith = (PORT: string) => () => parseVariables(schema, { PORT });
  expect(problemWith('high')).toThrow('PORT must be a port, not "high".');
  expect(problemWith('x'.repeat(41))).toThrow(/PORT must be a port\.$/);
});

it('names the option that a value came from', () => {
  expect(() =>
    parseVariables(schema, { PORT: 'high' }, { fromOptions: { PORT: '--port' } }),
  ).toThrow(expect.objectContaining({ message: '--port must be a port, not "high".' }));
});

it('lists every problem at once, without the values', () => {
  expect(() =>
    parseVariables(schema, { DATABASE_URL: 'postgres://u:secret@h', CLARITY_PROJECT_ID: 'a b' }),
  ).toThrow(
    expect.objectContaining({
      name: 'ConfigurationError',
      message: expect.stringMatching(
        /^Some settings .*\n {2}DATABASE_URL must .*\n {2}CLARITY_PROJECT_ID must .*\n {2}PORT must be a port\.$/,
      ) as unknown,
    }),
  );
});
