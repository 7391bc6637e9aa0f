import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Digest, IsoWeek, WeeklyReport } from '@clarity-keep/core';
import type { Mailbox, RenderedMail } from '@clarity-keep/mail';
import { buildMessage, unsubscribeMailto, withUnsubscribeLink } from '@clarity-keep/mail';

/** A mail to be looked at. */
export interface Preview {
  /** The name of its files, without what says of what kind they are. */
  name: string;
  /** A project's id, or `DIGEST_SCOPE`. */
  scope: string;
  week: IsoWeek;
  /** What it says, for machines. */
  model: { report: WeeklyReport } | { digest: Digest };
  mail: RenderedMail;
  to: Mailbox;
}

export interface PreviewFiles {
  html: string;
  text: string;
  eml: string;
  pictures: string[];
}

/**
 * Writes a mail into a folder: its HTML with the pictures beside it, its text, and `.eml`, which is what
 * its recipient would get.
 */
export async function writePreview(
  { name, mail, to }: Preview,
  { folder, ...sent }: { folder: string; from: Mailbox; messageId: string; date: Date },
): Promise<PreviewFiles> {
  const file = (kind: string): string => join(folder, `${name}.${kind}`);
  const unsubscribe = { mailto: unsubscribeMailto(sent.from), url: null };
  const texts = withUnsubscribeLink(mail, unsubscribe.mailto);
  let { html } = texts;
  const pictures: string[] = [];
  for (const { cid, png } of mail.images) {
    const picture = file(`${cid.slice(0, cid.indexOf('@'))}.png`);
    await writeFile(picture, png);
    pictures.push(picture);
    html = html.replaceAll(`"cid:${cid}"`, `"${encodeURIComponent(basename(picture))}"`);
  }
  const files = { html: file('html'), text: file('txt'), eml: file('eml'), pictures };
  await writeFile(files.html, html);
  await writeFile(files.text, texts.text);
  await writeFile(files.eml, await buildMessage(mail, { ...sent, to, unsubscribe }));
  return files;
}
