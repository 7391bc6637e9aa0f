import { adviceTemplate } from './advice-template.ts';
import { audienceTemplate } from './audience-template.ts';
import { darkStyles } from './dark-styles.ts';
import { deskBottom, deskTop } from './desk-template.ts';
import { heroTemplate } from './hero-template.ts';
import { mailStyles } from './mail-styles.ts';
import { missingTemplate } from './missing-template.ts';
import { outcomesTemplate } from './outcomes-template.ts';
import { pagesTemplate } from './pages-template.ts';
import { totalsTemplate } from './totals-template.ts';
import { trendTemplate } from './trend-template.ts';

/**
 * The mail as an eta template of MJML, filled from a `MailView`: `<%= %>` escapes. One column, so that a
 * phone shows it as it is, and in it what matters most comes first. It is one section, since each costs
 * two kilobytes. Bars are table cells, because clients block images.
 */
export const mailTemplate = `<mjml lang="en" dir="ltr">
<mj-head>
  <mj-title><%= it.subject %></mj-title>
  <mj-preview><%= it.preheader %></mj-preview>
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
${deskTop}
<mj-section padding="26px 24px 34px" border-radius="14px" css-class="paper"><mj-column>
${heroTemplate}
${adviceTemplate}
${totalsTemplate}
${trendTemplate}
${pagesTemplate}
${outcomesTemplate}
${audienceTemplate}
${missingTemplate}
</mj-column></mj-section>
${deskBottom}
</mj-body>
</mjml>`;
