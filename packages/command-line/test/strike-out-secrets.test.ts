import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageOutput, strikeOutSecrets } from '../src/index.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.split('');
const text = (length: number, units: string[]) =>
  fc.string({ minLength: length, maxLength: length, unit: fc.constantFrom(...units) });

const key = text(49, DIGITS).map((digits) => `ck_${digits}`);
const jwt = fc
  .tuple(...[20, 40, 43].map((length) => text(length, [...DIGITS, '-', '_'])))
  .map(([head, body, signature]) => `eyJ${head}.${body}.${signature}`);
const unsubscribeToken = text(43, [...DIGITS, '-', '_']).map((hash) => `v1.${hash}`);

/** How one character can be written, and the ways of writing that again. */
const writings: ((character: string) => string)[] = [
  (character) => character,
  (character) => `%${hexOf(character, 2)}`,
  (character) => `%${hexOf(character, 2).toUpperCase()}`,
  (character) => `%25${hexOf(character, 2)}`,
  (character) => `%252525${hexOf(character, 2)}`,
  (character) => `%%${hexOf(hexOf(character, 2)[0] ?? '', 2)}${hexOf(character, 2)[1]}`,
  (character) => `%u${hexOf(character, 4)}`,
  (character) => `\\u${hexOf(character, 4)}`,
  (character) => `\\x${hexOf(character, 2)}`,
  (character) => `&#x${hexOf(character, 2)};`,
  (character) => `&#${character.charCodeAt(0)};`,
];

function hexOf(character: string, length: number): string {
  return character.charCodeAt(0).toString(16).padStart(length, '0');
}

const written = (secret: fc.Arbitrary<string>) =>
  secret.chain((whole) =>
    fc.tuple(...whole.split('').map(() => fc.constantFrom(...writings))).map((ways) => ({
      whole,
      text: whole
        .split('')
        .map((character, at) => ways[at]?.(character) ?? '')
        .join(''),
    })),
  );

/** Where it may stand. */
const places: ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `/${secret}`,
  (secret) => `/trpc/projects.list?key=${secret}&x=%20`,
  (secret) => `GET /a%2F${secret}%2Fb HTTP/1.1`,
  (secret) => `referer: https://example.com/?next=${encodeURIComponent(`/${secret}`)}`,
  (secret) => `There is no key "${secret}". See "clarity-keep-server keys list".`,
  (secret) => JSON.stringify({ msg: `Error: ${secret}\n    at file.ts:3`, path: `/${secret}` }),
  (secret) => JSON.stringify({ err: JSON.stringify({ url: `/${secret}\\` }) }),
];

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

/** All that somebody could read out of a text by decoding it. */
function readings(line: string): string {
  let all = line;
  let last = line;
  for (let round = 0; round < 8; round += 1) {
    last = last
      .replaceAll(/%u([\da-f]{4})|\\u([\da-f]{4})|\\x([\da-f]{2})|&#x([\da-f]+);/gi, (_, ...hex) =>
        String.fromCharCode(Number.parseInt(hex.slice(0, 4).find(Boolean) as string, 16)),
      )
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
      .replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
      .replaceAll('\\\\', '\\');
    all += `\n${last}`;
  }
  return all;
}

describe('a secret in a message', () => {
  it.each([
    ['a key', key],
    ['a token of Clarity', jwt],
    ['a token to unsubscribe', unsubscribeToken],
  ])('is struck out however it is written, and wherever: %s', (_what, secret) => {
    fc.assert(
      fc.property(written(secret), fc.constantFrom(...places), ({ whole, text: said }, place) => {
        const line = strikeOutSecrets(place(said));
        // Neither whole nor so much of it that the rest could be tried.
        const parts = Array.from({ length: whole.length - 11 }, (_, at) =>
          whole.slice(at, at + 12),
        );
        const read = readings(line);
        expect(parts.filter((part) => read.includes(part))).toEqual([]);
        expect(strikeOutSecrets(line)).toBe(line);
        expect(isJson(line)).toBe(place('').startsWith('{'));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['/ck_SECRET', '/ck_...'],
    ['/%63k_SECRET', '/ck_...'],
    ['/%2563%256B%255fSECRET?x=1', '/ck_...?x=1'],
    ['/mine/xck_' + 'S'.repeat(49), '/mine/xck_...'],
    ['a "ck_SECRET" that was cut', 'a "ck_..." that was cut'],
    ['{"msg":"\\nck_SECRET\\n"}', '{"msg":"\\nck_...\\n"}'],
    ['Bearer eyJhbGciOi.SECRET', 'Bearer eyJ...'],
    ['/unsubscribe/SECRET%', '/unsubscribe/...'],
    ['/a%2Funsubscribe%2FSECRET', '/a%2Funsubscribe%2F...'],
    ['{"path":"/unsubscribe//SECRET","status":400}', '{"path":"/unsubscribe/...","status":400}'],
  ])('leaves what is around it: %s', (line, struck) => {
    expect(strikeOutSecrets(line)).toBe(struck);
  });

  it.each([
    "SELECT rage_click_events, quick_back FROM day_facts WHERE page LIKE '%25'",
    'GET /trpc/pages.frustration?input=%7B%22days%22%3A7%7D',
    'Make one with "clarity-keep-server keys create --name NAME" and send it as "Bearer ck_...".',
    '{"msg":"defect","err":{"stack":"Error: C:\\\\new\\\\table\\n at v1.2.3"}}',
    'Let your proxy pass /unsubscribe/ and nothing else. 100 % of it.',
    '⚠ \u{1F600} \\ud83d &#0; %ud800 %ff',
  ])('is not seen where there is none: %s', (line) => {
    expect(strikeOutSecrets(line)).toBe(line);
  });

  it('is not left because it was encoded too often to be worth decoding', () => {
    const nested = Array.from({ length: 60 }).reduce<string>(
      (inner) => `&#38;${inner.slice(1)}`,
      '&#99;',
    );
    expect(strikeOutSecrets(`/${nested}k_SECRET x`)).not.toContain('SECRET');
  });

  it.each([
    '%25'.repeat(6_000),
    '&#38;'.repeat(4_000),
    '\\'.repeat(16_000),
    '/'.repeat(16_000),
    'eyJ'.repeat(6_000),
    '%'.repeat(16_000),
    `unsubscribe${'/'.repeat(16_000)}`,
  ])('costs no more for a line that is made to cost (%#)', (line) => {
    expect(strikeOutSecrets(line).length).toBeLessThanOrEqual(line.length);
  });
});

it('is struck out of what goes to an output for messages, which is as wide as the other one', () => {
  const said: string[] = [];
  const output = { isTTY: true, columns: 80, write: (part: string) => said.push(part) };
  const messages = messageOutput(output);
  messages.write('no key ck_SECRET\n');
  output.columns = 120;
  expect([said, messages.isTTY, messages.columns]).toEqual([['no key ck_...\n'], true, 120]);
});
