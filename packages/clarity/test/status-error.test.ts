import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClarityErrorCode } from '../src/index.ts';
import { errorOfStatus } from '../src/status-error.ts';

const apiUrl = 'https://me:hunter2@clarity.example/insights?key=hunter3#hunter4';

describe('the error for a status', () => {
  it.each<[number, ClarityErrorCode, string]>([
    [401, 'token-refused', 'Make a new one in Clarity under Settings > Data Export'],
    [403, 'token-refused', 'Make a new one in Clarity under Settings > Data Export'],
    [429, 'quota-spent', 'HTTP 429'],
    [500, 'unavailable', 'Run again later'],
    [599, 'unavailable', 'Run again later'],
    [304, 'request-refused', 'Check CLARITY_API_URL'],
    [400, 'request-refused', 'update Clarity Keep'],
    [418, 'request-refused', 'update Clarity Keep'],
  ])('%i is %s, and says what to do', (status, code, next) => {
    const error = errorOfStatus(status, { apiUrl });
    expect(error).toMatchObject({ code, status, body: null });
    expect(error.message).toContain(next);
    expect(error.message).toContain(`(HTTP ${status})`);
  });

  it('never shows what may be secret in the URL', () => {
    fc.assert(
      fc.property(fc.integer({ min: 201, max: 599 }), (status) => {
        const { message } = errorOfStatus(status, { apiUrl });
        expect(message).not.toMatch(/hunter|me:/);
      }),
    );
  });

  it('keeps the body that came, and does not quote it', () => {
    const body = Buffer.from('<h1>hunter5</h1>');
    const error = errorOfStatus(502, { apiUrl, body });
    expect(error.body).toBe(body);
    expect(error.message).not.toContain('hunter5');
  });
});
