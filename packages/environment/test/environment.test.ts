import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { parseVariables, readVariables, sharedSettings } from '../src/index.ts';

function aFolderWith(dotEnv: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (dotEnv !== null) writeFileSync(join(folder, '.env'), dotEnv);
  return folder;
}

it('reads .env, and lets a real variable win', () => {
  const folder = aFolderWith('\uFEFF# a comment\r\nTOKEN="from file"\nPORT=1\n');
  expect(readVariables(folder, { TOKEN: 'real' })).toEqual({ TOKEN: 'real', PORT: '1' });
});

it('does without .env', () => {
  expect(readVariables(aFolderWith(null), { TOKEN: 'real' })).toEqual({ TOKEN: 'real' });
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
