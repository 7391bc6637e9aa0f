import { gunzipSync, gzipSync } from 'node:zlib';
import type { RenderedMail } from '@clarity-keep/mail';
import * as z from 'zod';

const packedSchema = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  images: z.array(z.object({ cid: z.string(), png: z.base64() })),
});

/** A rendered mail as it is kept: gzipped JSON. */
export function packMail(mail: RenderedMail): Buffer {
  const images = mail.images.map(({ cid, png }) => ({ cid, png: png.toString('base64') }));
  return gzipSync(JSON.stringify({ ...mail, images }));
}

/** @throws when it is not what `packMail` made. */
export function unpackMail(packed: Uint8Array): RenderedMail {
  const mail = packedSchema.parse(JSON.parse(gunzipSync(packed).toString('utf8')));
  const images = mail.images.map(({ cid, png }) => ({ cid, png: Buffer.from(png, 'base64') }));
  return { ...mail, images };
}
