import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const PREFIX = 'ck_';
const SECRET_BYTES = 32;
/** The most digits that 32 bytes need, and those that a CRC-32 needs. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const KEY = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

/**
 * A new key: `ck_`, 256 random bits and a checksum, all letters and digits, so that a double click selects
 * all of it and secret scanners recognise it.
 */
export function newKeyText(randomBytes: (size: number) => Uint8Array): string {
  const secret = inDigits(
    BigInt(`0x${Buffer.from(randomBytes(SECRET_BYTES)).toString('hex')}`),
    SECRET_LENGTH,
  );
  return `${PREFIX}${secret}${checksumOf(secret)}`;
}

/** Whether a text can be a key at all: one with a typo cannot. */
export function isKeyText(text: string): boolean {
  if (!KEY.test(text)) return false;
  const secret = text.slice(PREFIX.length, -CHECKSUM_LENGTH);
  return text.endsWith(checksumOf(secret));
}

/** What is stored of a key. A key is too random to be guessed, so it needs neither salt nor a slow hash. */
export function hashOfKey(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function checksumOf(secret: string): string {
  return inDigits(BigInt(crc32(secret)), CHECKSUM_LENGTH);
}

function inDigits(value: bigint, length: number): string {
  const base = BigInt(digits.length);
  let text = '';
  for (let rest = value; text.length < length; rest /= base) {
    text = `${digits[Number(rest % base)]}${text}`;
  }
  return text;
}
