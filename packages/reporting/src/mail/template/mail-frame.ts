import { darkStyles } from './dark-styles.ts';
import type { DeskNotes } from './desk-template.ts';
import { deskBottom, deskTop } from './desk-template.ts';
import { mailStyles } from './mail-styles.ts';
import type { Mjml, Part } from './mjml.ts';
import { mjml } from './mjml.ts';

/** What a mail says outside its content. */
export interface Frame extends DeskNotes {
  subject: string;
  preheader: string;
}

/**
 * A mail around its content. One column, so that a phone shows it as it is. It is one section, since
 * each costs two kilobytes.
 */
export function mailFrame(issue: string, frame: Frame, content: Part): Mjml {
  return mjml`<mjml lang="en" dir="ltr">
<mj-head>
  <mj-title>${frame.subject}</mj-title>
  <mj-preview>${frame.preheader}</mj-preview>
  <mj-attributes>
    <mj-all font-family="-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
    <mj-text color="#17212b" font-size="15px" line-height="23px" padding="0" />
    <mj-image padding="0" border-radius="8px" font-size="12px" />
    <mj-section background-color="#ffffff" />
    <mj-column padding="0" />
  </mj-attributes>
  ${mailStyles}
  ${darkStyles}
</mj-head>
<mj-body width="600px" background-color="#eef1f5">
${deskTop(issue)}
<mj-section padding="26px 24px 34px" border-radius="14px" css-class="paper"><mj-column>
${content}
</mj-column></mj-section>
${deskBottom(frame)}
</mj-body>
</mjml>`;
}
