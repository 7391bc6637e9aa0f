import type { KeyObject } from 'node:crypto';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigurationError } from '@clarity-keep/environment';

/** What mails are signed with. */
export interface DkimKey {
  domain: string;
  selector: string;
  bits: number;
  /** PEM. */
  privateKey: string;
}

export interface DkimSettings {
  DKIM_DOMAIN?: string | undefined;
  DKIM_SELECTOR?: string | undefined;
  DKIM_PRIVATE_KEY?: string | undefined;
  DKIM_PRIVATE_KEY_FILE?: string | undefined;
}

/** RFC 8301: verifiers need not take shorter ones. */
const FEWEST_BITS = 1024;

/**
 * The key that the settings describe, or null when none is set.
 *
 * @throws ConfigurationError when some are missing, or the key cannot sign; never with a part of it.
 */
export function dkimKeyOf(settings: DkimSettings, cwd: string): DkimKey | null {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY, DKIM_PRIVATE_KEY_FILE } = settings;
  const set = [DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY, DKIM_PRIVATE_KEY_FILE];
  if (set.every((value) => value === undefined)) return null;
  if (DKIM_PRIVATE_KEY !== undefined && DKIM_PRIVATE_KEY_FILE !== undefined) {
    throw new ConfigurationError(
      'DKIM_PRIVATE_KEY and DKIM_PRIVATE_KEY_FILE are both set. Remove one of them.',
    );
  }
  const source = DKIM_PRIVATE_KEY === undefined ? 'DKIM_PRIVATE_KEY_FILE' : 'DKIM_PRIVATE_KEY';
  const text =
    DKIM_PRIVATE_KEY_FILE === undefined
      ? DKIM_PRIVATE_KEY
      : readKeyFile(resolve(cwd, DKIM_PRIVATE_KEY_FILE));
  if (DKIM_DOMAIN === undefined || DKIM_SELECTOR === undefined || text === undefined) {
    throw new ConfigurationError(
      'To sign mails, set all three: DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY_FILE (or DKIM_PRIVATE_KEY). ' +
        'To send them unsigned, set none of them.',
    );
  }
  const key = parseKey(text, source);
  return { domain: DKIM_DOMAIN, selector: DKIM_SELECTOR, ...key };
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigurationError(
      `DKIM_PRIVATE_KEY_FILE: cannot read ${path}: ${String(Reflect.get(Object(error), 'code') ?? 'unknown error')}. ` +
        'Use a file that the user running Clarity Keep can read.',
      { cause: error },
    );
  }
}

function parseKey(text: string, source: string): Pick<DkimKey, 'bits' | 'privateKey'> {
  // One line is all that many places for settings can hold.
  const pem = text.replaceAll(String.raw`\n`, '\n').trim();
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    // Without its cause, which may quote the key.
    throw new ConfigurationError(
      `${source}: this is not a PEM private key without a passphrase ("-----BEGIN PRIVATE KEY-----" ...). ` +
        'Make one with: openssl genrsa -out dkim.pem 2048',
    );
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < FEWEST_BITS) {
    const found =
      key.asymmetricKeyType === 'rsa' ? `has ${bits} bits` : `is of type ${key.asymmetricKeyType}`;
    throw new ConfigurationError(
      `${source}: the key must be an RSA key of at least ${FEWEST_BITS} bits; this one ${found}. Make one with: openssl genrsa -out dkim.pem 2048`,
    );
  }
  return { bits, privateKey: pem };
}
