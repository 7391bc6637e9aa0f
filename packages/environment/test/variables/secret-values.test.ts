import { describe, expect, it } from 'vitest';
import { safeUrl, secretValues } from '../../src/index.ts';

describe('secretValues', () => {
  it.each([
    ['CLARITY_API_TOKEN', 'not-a-jwt-but-a-token', ['not-a-jwt-but-a-token']],
    ['SHOP_TOKEN', ' abcdefgh ', ['abcdefgh']],
    ['SHOP', 'eyJhbGciOiJSUzI1NiJ9.a.b', ['eyJhbGciOiJSUzI1NiJ9.a.b']],
    ['AI_API_KEY', 'sk-0123456789', ['sk-0123456789']],
    ['TOKEN_COUNT', '12', []],
    ['CLARITY_PROJECT_ID', 'wxb0r23ozh', []],
    ['DATABASE_URL', 'file:./clarity.db', []],
    ['PING_URL', 'https://hc.example/ping/uuid/?create=1', ['/ping/uuid', '?create=1']],
    ['REPORT_PING_URL', 'https://hc.example/', []],
    ['WEBHOOK_URL', 'https://hooks.example/services/T0/B0/x', ['/services/T0/B0/x']],
    ['WEBHOOK_URL', 'hooks.example/services', ['hooks.example/services']],
    ['SMTP_URL', 'smtp://ann:s3cr%25et@mail.example?requireTLS=false', ['s3cr%25et', 's3cr%et']],
    ['SMTP_URL', 'smtp://ann:100%@mail.example', ['100%']],
    ['DKIM_PRIVATE_KEY', 'MIIEvQIBADAN\nBgkqhkiG9w0B\nend', ['MIIEvQIBADAN', 'BgkqhkiG9w0B']],
    ['DKIM_PRIVATE_KEY_FILE', '/etc/clarity-keep/dkim.pem', []],
    ['SMTP_URL', '', []],
    ['SMTP_URL', undefined, []],
  ])('of %s=%s are %j', (name, value, secrets) => {
    expect(secretValues({ [name]: value })).toEqual(secrets);
  });

  it('are also tokens in variables that the configuration names', () => {
    const variables = { SHOP_KEY: 'opaque-key', BLOG_KEY: 'other-key', SHORT_KEY: 'abc' };
    expect(secretValues(variables, ['SHOP_KEY', 'SHORT_KEY'])).toEqual(['opaque-key']);
  });
});

describe('safeUrl', () => {
  it.each([
    ['https://hc-ping.com/uuid', true],
    ['http://127.0.0.1:8000/ping', true],
    ['http://localhost/ping', true],
    ['http://[::1]:8000/ping', true],
    ['http://hc.example/ping', false],
    ['http://localhost.example/ping', false],
    ['https://ann:secret@hc.example/ping', false],
    ['ftp://127.0.0.1/ping', false],
    ['hc-ping.com/uuid', false],
  ])('%s: %s', (url, isSafe) => {
    expect(safeUrl.safeParse(url).success).toBe(isSafe);
  });
});
