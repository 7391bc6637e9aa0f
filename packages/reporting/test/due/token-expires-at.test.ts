import { projectOfEnvironment } from '@clarity-keep/environment';
import { expect, it } from 'vitest';
import { tokenExpiresAt } from '../../src/due/token-expires-at.ts';

const project = { ...projectOfEnvironment('shop', undefined), tokenVariable: 'SHOP_TOKEN' };

function aToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`;
}

it('is what the token in the variable of the project says', () => {
  const variables = {
    SHOP_TOKEN: aToken({ exp: Date.parse('2026-12-24T00:00:00Z') / 1000 }),
    CLARITY_API_TOKEN: aToken({ exp: 1 }),
  };
  expect(tokenExpiresAt(project, variables)).toEqual(new Date('2026-12-24T00:00:00Z'));
});

it.each([undefined, '', 'opaque', aToken({}), 'eyJ.eyJ.eyJ'])('is not known of %s', (token) => {
  expect(tokenExpiresAt(project, { SHOP_TOKEN: token })).toBeNull();
});

it('is not known of a project that is not configured here', () => {
  expect(tokenExpiresAt(undefined, { CLARITY_API_TOKEN: aToken({ exp: 1 }) })).toBeNull();
});
