import { defaultSchedule, projectOfEnvironment } from '@clarity-keep/environment';
import { describe, expect, it } from 'vitest';
import { outlookOf } from '../src/outlook/outlook-of.ts';
import { aFilledDatabase } from './support/kept.ts';

const PROJECT = 'wxb0r23ozh';
const NOW = new Date('2026-11-23T06:00:00Z');

const forExport = { aud: 'clarity.data-exporter', scope: 'Data.Export' };

/** A token as Clarity's are, which nobody has signed. */
function aToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.x`;
}

function outlook(variables: Record<string, string>, id = PROJECT) {
  const projects = [projectOfEnvironment(PROJECT, undefined)];
  return outlookOf(aFilledDatabase(), { projects, schedule: defaultSchedule }, variables)(id, NOW);
}

describe('the outlook of a project', () => {
  it('is when the next collection runs, and until when the token is valid', () => {
    const exp = Date.parse('2027-11-23T00:00:00Z') / 1000;
    const token = aToken({ ...forExport, exp });
    expect(outlook({ CLARITY_API_TOKEN: token })).toMatchObject({
      nextRunAt: new Date('2026-11-24T03:15:00Z'),
      token: { state: 'valid', expiresAt: new Date('2027-11-23T00:00:00Z') },
    });
  });

  it('holds no token', () => {
    const token = aToken({ ...forExport, exp: 4_000_000_000 });
    expect(JSON.stringify(outlook({ CLARITY_API_TOKEN: token }))).not.toContain(token.slice(0, 12));
  });

  it('says nothing of a token that the server was not given', () => {
    expect(outlook({})).toMatchObject({ token: null });
    expect(outlook({ CLARITY_API_TOKEN: 'no token at all' })).toMatchObject({ token: null });
  });

  it('is null for a project that is not configured', () => {
    expect(outlook({}, 'blog0blog0')).toBeNull();
  });
});
