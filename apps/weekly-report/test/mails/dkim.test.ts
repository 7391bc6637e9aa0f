import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder, keepReport } from '../support/a-database.ts';
import { aWireTap } from '../support/a-mail-server.ts';
import { runReport } from '../support/a-report-run.ts';

/** Short, as these are made anew for each run. */
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const SECRET_LINE = PEM.split('\n')[1] ?? '';

/** As `dig TXT keep._domainkey.shop.example` would say. */
const RECORD = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

const names = { DKIM_DOMAIN: 'shop.example', DKIM_SELECTOR: 'keep' };

/** Sends to one recipient, and tells what went over the wire. */
async function sendSigned(variables: Record<string, string>, files: Record<string, string> = {}) {
  const cwd = aFolder();
  await keepReport(aDatabase(cwd));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  const { url, wire } = await aWireTap();
  const run = await runReport(['send'], {
    cwd,
    variables: {
      SMTP_URL: url,
      REPORT_FROM: 'Shöp reports <reports@shop.example>',
      REPORT_TO: 'Änna <anna@shop.example>',
      PUBLIC_URL: 'https://keep.shop.example',
      ...variables,
    },
  });
  return { run, received: wire.map(({ mail }) => mail) };
}

async function verified(mail: Buffer | undefined) {
  const asked: string[] = [];
  const { results } = await dkimVerify(mail ?? '', {
    resolver: async (name: string) => {
      asked.push(name);
      return [[RECORD]];
    },
  });
  return { asked, results };
}

describe('a signed mail', () => {
  it('is found good by another program, after it went over the wire', async () => {
    const variables = { ...names, DKIM_PRIVATE_KEY_FILE: 'dkim.pem' };
    const { run, received } = await sendSigned(variables, { 'dkim.pem': PEM });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const { asked, results } = await verified(received[0]);
    expect(asked).toEqual(['keep._domainkey.shop.example']);
    expect(results).toMatchObject([
      { signingDomain: 'shop.example', selector: 'keep', status: { result: 'pass' } },
    ]);
    const signed = results[0]?.signingHeaders?.keys.toLowerCase().split(/:\s*/) ?? [];
    for (const header of ['from', 'to', 'subject', 'date', 'message-id']) {
      expect(signed).toContain(header);
    }
    // RFC 8058: what the button of a mail program does has to be signed.
    expect(signed).toContain('list-unsubscribe');
    expect(signed).toContain('list-unsubscribe-post');
  });

  it.each([
    ['the text', /sessions/, 'sessiona'],
    ['the subject', /^Subject: /m, 'Subject: x'],
    ['where to unsubscribe', /^(List-Unsubscribe:\s+<https:\/\/keep\.)shop/m, '$1evil'],
  ])('is found bad when somebody has changed %s', async (_what, what, instead) => {
    const { received } = await sendSigned({ ...names, DKIM_PRIVATE_KEY: PEM });
    const original = received[0]?.toString('latin1') ?? '';
    const changed = original.replace(what, instead);
    expect(changed).not.toBe(original);
    const { results } = await verified(Buffer.from(changed, 'latin1'));
    expect(results).toHaveLength(1);
    expect(results[0]?.status.result).not.toBe('pass');
  });

  it('can have its key on one line, as some places for settings want it', async () => {
    const oneLine = PEM.trim().replaceAll('\n', '\\n');
    const { received } = await sendSigned({ ...names, DKIM_PRIVATE_KEY: oneLine });
    const { results } = await verified(received[0]);
    expect(results).toMatchObject([{ status: { result: 'pass' } }]);
  });

  it('is not signed when nothing is set', async () => {
    const { run, received } = await sendSigned({});
    expect(run.exitCode).toBe(0);
    expect(String(received[0])).not.toMatch(/^DKIM-Signature:/im);
  });
});

describe('settings that cannot sign', () => {
  const ec = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const short = generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });

  it.each<[string, Record<string, string>, string]>([
    ['no key', names, 'set all three'],
    ['no names', { DKIM_PRIVATE_KEY: PEM }, 'set all three'],
    ['no selector', { DKIM_DOMAIN: 'shop.example', DKIM_PRIVATE_KEY: PEM }, 'set all three'],
    [
      'two keys',
      { ...names, DKIM_PRIVATE_KEY: PEM, DKIM_PRIVATE_KEY_FILE: 'dkim.pem' },
      'are both set',
    ],
    ['no such file', { ...names, DKIM_PRIVATE_KEY_FILE: 'gone.pem' }, 'gone.pem: ENOENT'],
    ['no PEM', { ...names, DKIM_PRIVATE_KEY: SECRET_LINE }, 'not a PEM private key'],
    ['a cut key', { ...names, DKIM_PRIVATE_KEY: PEM.slice(0, 300) }, 'not a PEM private key'],
    ['another kind', { ...names, DKIM_PRIVATE_KEY: String(ec) }, 'is of type ed25519'],
    ['a short one', { ...names, DKIM_PRIVATE_KEY: String(short) }, 'has 512 bits'],
    [
      'a wrong domain',
      { ...names, DKIM_DOMAIN: 'shop.example; d=evil.example', DKIM_PRIVATE_KEY: PEM },
      'DKIM_DOMAIN must be a domain name',
    ],
  ])('send nothing, and do not show the key: %s', async (_what, variables, problem) => {
    const { run, received } = await sendSigned(variables);
    expect([run.exitCode, run.stdout, received]).toEqual([2, '', []]);
    expect(run.stderr).toContain(problem);
    expect(run.stderr).not.toContain(SECRET_LINE.slice(0, 20));
  });
});
