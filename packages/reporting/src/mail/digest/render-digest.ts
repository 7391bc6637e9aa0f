import type { Digest } from '@clarity-keep/core';
import { compileMail } from '../compile-mail.ts';
import type { RenderedMail } from '@clarity-keep/mail';
import { digestTemplate } from './digest-template.ts';
import { digestText } from './digest-text.ts';
import { digestView } from './digest-view.ts';

/**
 * A digest as a mail: subject, HTML and text. Pure. MJML takes a while to load and is loaded here.
 *
 * @throws when the template is not valid MJML, whatever the digest holds.
 */
export async function renderDigest(digest: Digest): Promise<RenderedMail> {
  const view = digestView(digest);
  return {
    subject: view.subject,
    html: await compileMail(digestTemplate(view)),
    text: digestText(view),
    images: [],
  };
}
