import type { WeeklyReport } from '@clarity-keep/core';
import { Eta } from 'eta';
import { mailTemplate } from './mail-template.ts';
import { mailText } from './mail-text.ts';
import { mailView } from './mail-view.ts';

/** A mail without its recipient: where that one's link to unsubscribe belongs stands a placeholder. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  /** Shown by `<img src="cid:...">`. */
  images: { cid: string; png: Buffer }[];
}

/** Stands in the HTML and the text of a rendered mail where its recipient's link to unsubscribe belongs. */
export const UNSUBSCRIBE_PLACEHOLDER = 'https://unsubscribe.invalid/';

/**
 * A report as a mail: subject, HTML and text. Pure. MJML takes a while to load and is loaded here.
 *
 * @throws when the template is not valid MJML, whatever the report holds.
 */
export async function renderReport(report: WeeklyReport): Promise<RenderedMail> {
  const view = mailView(report);
  const mjml = new Eta({ autoEscape: true, autoTrim: false }).renderString(mailTemplate, view);
  const { default: mjmlToHtml } = await import('mjml');
  const { html, errors } = await mjmlToHtml(mjml, {
    validationLevel: 'strict',
    keepComments: false,
    fonts: {},
  });
  if (errors.length > 0) {
    throw new Error(
      `The mail is not valid MJML: ${errors.map((e) => e.formattedMessage).join(' ')}`,
    );
  }
  // MJML indents deeply, which is a third of what Gmail lets a mail weigh.
  return {
    subject: view.subject,
    html: html.replaceAll(/\n\s*/g, '\n'),
    text: mailText(view),
    images: [],
  };
}
