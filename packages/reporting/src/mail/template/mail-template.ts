import { adviceTemplate } from './advice-template.ts';
import { audienceTemplate } from './audience-template.ts';
import { heroTemplate } from './hero-template.ts';
import { mailFrame } from './mail-frame.ts';
import { missingTemplate } from './missing-template.ts';
import { outcomesTemplate } from './outcomes-template.ts';
import { pagesTemplate } from './pages-template.ts';
import { totalsTemplate } from './totals-template.ts';
import { trendTemplate } from './trend-template.ts';

/**
 * The mail as an eta template of MJML, filled from a `MailView`: `<%= %>` escapes. What matters most comes
 * first. Bars are table cells, because clients block images.
 */
export const mailTemplate = mailFrame(
  'Weekly report',
  `${heroTemplate}
${adviceTemplate}
${totalsTemplate}
${trendTemplate}
${pagesTemplate}
${outcomesTemplate}
${audienceTemplate}
${missingTemplate}`,
);
