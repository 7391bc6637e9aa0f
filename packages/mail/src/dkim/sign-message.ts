import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';
import type { DkimKey } from './dkim-key.ts';

/** Headers that must not change on the way. RFC 8058 requires that both unsubscribe headers are signed. */
const SIGNED_HEADERS = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Auto-Submitted',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
];

/**
 * A finished mail with its DKIM signature in front.
 *
 * @throws when it could not be signed, which nodemailer leaves unsaid.
 */
export async function signMessage(
  message: Buffer,
  { domain, selector, privateKey }: DkimKey,
): Promise<Buffer> {
  const signer = new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey,
    headerFieldNames: SIGNED_HEADERS.join(':'),
  });
  const signed = await buffer(signer.sign(message));
  if (!signed.subarray(0, 15).equals(Buffer.from('DKIM-Signature:'))) {
    throw new Error('the mail could not be signed with the DKIM key');
  }
  return signed;
}
