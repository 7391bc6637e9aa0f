import { generateKeyPairSync } from 'node:crypto';
import { aFolder } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import { dkimKeyOf } from '../../src/index.ts';

const pemOf = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;

const pem = pemOf(1024);
const named = { DKIM_DOMAIN: 'shop.example', DKIM_SELECTOR: 'keep' };

describe('the key that signs mails', () => {
  it('is none where nothing is set', () => {
    expect(dkimKeyOf({}, '/')).toBeNull();
  });

  it('may lie in a file, found from where the program runs', () => {
    const cwd = aFolder({ 'dkim.pem': pem });
    expect(dkimKeyOf({ ...named, DKIM_PRIVATE_KEY_FILE: 'dkim.pem' }, cwd)).toEqual({
      domain: 'shop.example',
      selector: 'keep',
      bits: 1024,
      privateKey: pem.trim(),
    });
  });

  it('may stand on one line', () => {
    const onOneLine = pem.replaceAll('\n', String.raw`\n`);
    expect(dkimKeyOf({ ...named, DKIM_PRIVATE_KEY: onOneLine }, '/')?.privateKey).toBe(pem.trim());
  });

  it.each([
    [named, 'set all three'],
    [{ DKIM_PRIVATE_KEY: pem }, 'set all three'],
    [{ ...named, DKIM_SELECTOR: undefined, DKIM_PRIVATE_KEY: pem }, 'set all three'],
    [{ ...named, DKIM_PRIVATE_KEY: pem, DKIM_PRIVATE_KEY_FILE: 'a.pem' }, 'are both set'],
    [{ ...named, DKIM_PRIVATE_KEY_FILE: 'nowhere.pem' }, 'nowhere.pem: ENOENT'],
    [{ ...named, DKIM_PRIVATE_KEY: pem.slice(0, 200) }, 'DKIM_PRIVATE_KEY: this is not a PEM'],
    [{ ...named, DKIM_PRIVATE_KEY: pemOf(512) }, 'this one has 512 bits'],
    [
      {
        ...named,
        DKIM_PRIVATE_KEY: generateKeyPairSync('ed25519').privateKey.export({
          type: 'pkcs8',
          format: 'pem',
        }) as string,
      },
      'this one is of type ed25519',
    ],
  ])('is refused without a part of it: case %#', (settings, problem) => {
    const key = () => dkimKeyOf(settings, '/tmp');
    expect(key).toThrow(
      expect.objectContaining({
        exitKind: 'configuration',
        message: expect.stringContaining(problem) as unknown,
      }),
    );
    expect(key).not.toThrow(pem.slice(40, 80));
  });
});
