import { describe, expect, it } from 'vitest';
import { failureType, safeMessage } from '../../src/index.ts';

const about = (command: string, responseCode: number) => ({ command, responseCode });

describe('what an answer of the mail server means for a mail', () => {
  it.each([
    [about('RCPT TO', 550), false, 'refused'],
    [about('DATA', 554), true, 'refused'],
    [about('RCPT TO', 450), false, 'deferred'],
    [about('DATA', 421), true, 'deferred'],
    // About the sender or the connection, whoever the mail is for.
    [about('MAIL FROM', 550), false, 'unreachable'],
    [about('EHLO', 421), false, 'unreachable'],
    [{ code: 'EAUTH', responseCode: 535 }, false, 'login'],
    [{ code: 'EAUTH' }, false, 'login'],
    // "Not now" says nothing of the password.
    [{ code: 'EAUTH', responseCode: 454 }, false, 'unreachable'],
    [{ code: 'ECONNECTION' }, false, 'unreachable'],
    [{ code: 'ECONNECTION' }, true, 'unknown'],
    [about('DATA', 250), true, 'unknown'],
    [new Error('socket hang up'), true, 'unknown'],
    ['a text', false, 'unreachable'],
    [null, true, 'unknown'],
    [undefined, false, 'unreachable'],
  ])('%j, begun: %s, is %s', (error, hasBegun, type) => {
    expect(failureType(error, hasBegun)).toBe(type);
  });
});

describe('what is told of an error', () => {
  it('has no address in it, in whatever brackets', () => {
    expect(safeMessage('550 <anna@shop.example>: unknown; ben@shop.example,', [])).toBe(
      '550 <(address)>: unknown; (address),',
    );
  });

  it('has no secret in it', () => {
    expect(safeMessage(new Error('bad login ann:s3cret'), ['s3cret'])).toBe('bad login ann:…');
  });

  it('is one line that moves no cursor, of a bounded length', () => {
    const text = safeMessage(`550 \u001b[2Jno\r\nRCPT TO ${'x'.repeat(5_000)} end`, []);
    expect(text).toMatch(/^[^\p{Cc}]+$/u);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/^550 .* end$/);
  });

  it.each([['text'], [42], [null], [undefined]])(
    'is also told of what is no error: %j',
    (thrown) => {
      expect(safeMessage(thrown, [])).toBe(String(thrown));
    },
  );
});
