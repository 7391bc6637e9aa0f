import type { RenderedMail } from '@clarity-keep/mail';
import type { WeeklyReport } from '@clarity-keep/core';
import { drawCharts } from '../charts/draw-charts.ts';
import { compileMail } from './compile-mail.ts';
import { fitReport, rooms } from './fit-report.ts';
import type { MailView } from './view/mail-view.ts';
import { mailTemplate } from './template/mail-template.ts';
import { mailText } from './text/mail-text.ts';
import { mailView } from './view/mail-view.ts';

/** Gmail cuts a mail off behind 102,400 bytes; a recipient's own link takes a part of what is left. */
const MAX_HTML_BYTES = 98_000;

/**
 * A report as a mail: subject, HTML, text and charts. Pure. MJML and the charts take a while to load and
 * are loaded here. `isSample`: everything in it is made up, and the mail says so. A report whose texts
 * are monstrous is shown with less of them, so that the HTML stays under 100 KB.
 *
 * @throws when the template is not valid MJML, whatever the report holds.
 */
export async function renderReport(
  report: WeeklyReport,
  options: { isSample?: boolean } = {},
): Promise<RenderedMail> {
  let [view, html] = await renderHtml(report, options);
  for (const room of rooms) {
    if (Buffer.byteLength(html) <= MAX_HTML_BYTES) break;
    [view, html] = await renderHtml(fitReport(report, room), options);
  }
  return { subject: view.subject, html, text: mailText(view), images: await drawCharts(view) };
}

async function renderHtml(
  report: WeeklyReport,
  options: { isSample?: boolean },
): Promise<[view: MailView, html: string]> {
  const view = mailView(report, options);
  return [view, await compileMail(mailTemplate(view))];
}
