import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest, IsoWeek, WeeklyReport } from '@clarity-keep/core';
import type { RenderedMail } from '../mail/render-report.ts';
import { withPictures } from '../mail/with-pictures.ts';
import { buildMessage, withUnsubscribeLink } from '../send/build-message.ts';
import type { Mailbox } from '../send/mailboxes.ts';
import { mailtoOf } from '../send/unsubscribe-links.ts';

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
}

/**
 * Writes a mail into a folder: as HTML that holds its own pictures, as text, and as `.eml`, which is what
 * its recipient would get.
 */
export async function writePreview(
  { name, mail, to }: Preview,
  { folder, ...sent }: { folder: string; from: Mailbox; messageId: string; date: Date },
): Promise<PreviewFiles> {
  const file = (kind: string): string => join(folder, `${name}.${kind}`);
  const files = { html: file('html'), text: file('txt'), eml: file('eml') };
  const unsubscribe = { mailto: mailtoOf(sent.from), url: null };
  const { html, text } = withUnsubscribeLink(mail, unsubscribe.mailto);
  await writeFile(files.html, withPictures({ html, images: mail.images }));
  await writeFile(files.text, text);
  await writeFile(files.eml, await buildMessage(mail, { ...sent, to, unsubscribe }));
  return files;
}
