import type { RenderedMail } from '../mail/render-report.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '../mail/render-report.ts';

/** The text of a mail, with its subject, and without the link to unsubscribe that only recipients have. */
export function standAloneText({ subject, text }: RenderedMail): string {
  const readable = text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, '(a link in each mail)');
  return `Subject: ${subject}\n\n${readable.trimEnd()}\n`;
}
